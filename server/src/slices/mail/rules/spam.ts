import { domainOf, normaliseAddress } from './address.ts';
import { headerOf, headersOf, type Letter } from './letter.ts';

/**
 * Whether a filter in front of us marked the message as spam. No sender marks their own mail so,
 * hence the marks are believed whoever wrote them.
 */
export function isSuspectedSpam(letter: Letter): boolean {
  const marked = ['x-spam-flag', 'x-spam-status', 'x-spam'].some((name) =>
    headersOf(letter, name).some((value) => /^\s*(yes|true|spam)\b/i.test(value)),
  );
  if (marked) return true;
  if (/^\s*(reject|add header|rewrite subject)/i.test(headerOf(letter, 'x-rspamd-action') ?? ''))
    return true;
  // Microsoft: a spam confidence level of 5 and above is spam, 9 is certain.
  if (Number(headerOf(letter, 'x-ms-exchange-organization-scl') ?? 0) >= 5) return true;
  return /\bSFV:SPM\b/.test(headerOf(letter, 'x-forefront-antispam-report') ?? '');
}

/** Whether one of the addresses is blocked: as a whole, or by its domain (`@example.com`). */
export function isBlocked(addresses: readonly string[], blocked: ReadonlySet<string>): boolean {
  return addresses.some(
    (address) => blocked.has(normaliseAddress(address)) || blocked.has(`@${domainOf(address)}`),
  );
}

/** The entries of the list of blocked senders that would block an address. */
export function blockingEntries(address: string): string[] {
  return [normaliseAddress(address), `@${domainOf(address)}`];
}
