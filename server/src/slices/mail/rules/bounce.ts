import { isMailerDaemon, normaliseAddress } from './address.ts';
import { isBounceSubject, saysLate } from './bounce-words.ts';
import { type DeliveryReport, headerOf, headersOf, type Envelope, type Letter } from './letter.ts';

/** What a returned message says about one that we sent. */
export type Bounce = {
  /** `failed`: will not arrive. `delayed`: still tried. `delivered`: arrived. */
  fate: 'failed' | 'delayed' | 'delivered' | 'complained';
  /** In the words of the server that reports. */
  words: string | null;
};

/**
 * `hard`: there is no such address, or it takes nothing any more. `soft`: it refused this time, for
 * a reason that may pass or has to do with the message (full, too large, taken for spam).
 */
export type BounceKind = 'hard' | 'soft';

/**
 * Tells a bounce: a delivery status notification (RFC 3464), a complaint (RFC 5965), or what servers
 * send beside them. Null when the message is none.
 */
export function bounceOf(letter: Letter, envelope: Envelope): Bounce | null {
  if (letter.complaint) return byComplaint(letter);
  if (letter.report || letter.reportType === 'delivery-status') return byReport(letter);
  const from = letter.from?.address ?? envelope.from;
  const fromDaemon = from === '' || isMailerDaemon(from);
  const marked =
    headerOf(letter, 'x-failed-recipients') !== null ||
    headerOf(letter, 'x-ms-exchange-message-is-ndr') !== null;
  const failed = marked || isBounceSubject(letter.subject);
  const nullPath = envelope.from === '' || isMailerDaemon(envelope.from);
  if (!(nullPath && fromDaemon) && !(failed && (fromDaemon || nullPath))) return null;
  const { words } = failureIn(letter.text);
  const late = saysLate(letter.subject, letter.text);
  return { fate: late ? 'delayed' : 'failed', words: words ?? firstWords(letter.text) };
}

/** RFC 5965 §3.5: `not-spam` takes a complaint back, the others are one. */
function byComplaint({ complaint, text }: Letter): Bounce | null {
  if (complaint?.type === 'not-spam') return null;
  return { fate: 'complained', words: firstWords(text) };
}

function byReport(letter: Letter): Bounce | null {
  const { action = null, status = null, diagnostic = null } = letter.report ?? {};
  const words = diagnostic ?? status ?? firstWords(letter.text);
  if (action === 'delayed') return { fate: 'delayed', words };
  // RFC 3464 §2.3.3: relayed and expanded leave our sight; nothing failed.
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') {
    return { fate: 'delivered', words };
  }
  return { fate: status?.startsWith('4') && action === null ? 'delayed' : 'failed', words };
}

/** An address that failed, as a bounce tells. */
export type FailedAddress = { address: string; kind: BounceKind; words: string | null };

/**
 * Which of the addresses that a message went to did not take it. Where the bounce names none of
 * them (an alias forwarded it), and there is only one, it is that one.
 */
export function failedAddresses(letter: Letter, sentTo: readonly string[]): FailedAddress[] {
  const text = letter.text.toLowerCase();
  const { status, words } = failureIn(letter.text);
  const listed = headersOf(letter, 'x-failed-recipients').join(',').toLowerCase();
  const reported = new Map(
    letter.reports.map((report) => [normaliseAddress(report.recipient ?? ''), report]),
  );
  const named = sentTo.map(normaliseAddress).flatMap((address): FailedAddress[] => {
    const report = reported.get(address);
    if (report) return isFailure(report) ? [{ address, ...kindAndWords(report) }] : [];
    const isNamed = reported.size === 0 && (listed + text).includes(address);
    return isNamed ? [{ address, kind: kindOf(status, words ?? text), words }] : [];
  });
  const [only, ...others] = sentTo;
  if (named.length > 0 || !only || others.length > 0) return named;
  const given = letter.report
    ? kindAndWords(letter.report)
    : { kind: kindOf(status, words ?? text), words };
  return letter.report && !isFailure(letter.report)
    ? []
    : [{ address: normaliseAddress(only), ...given }];
}

function isFailure({ action, status }: DeliveryReport): boolean {
  return action === 'failed' || (action === null && !status?.startsWith('4'));
}

function kindAndWords({ status, diagnostic }: DeliveryReport) {
  const words = diagnostic ?? status;
  return { kind: kindOf(status, words ?? ''), words };
}

const goneForGood =
  /user (is )?unknown|unknown user|no such (user|mailbox|recipient|address|domain)|(mailbox|address|account|user|recipient|domain)[^.]{0,40}(does not exist|doesn.t exist|not found|unavailable|disabled|inactive|unknown)|recipient (address )?rejected|invalid (recipient|mailbox|address)|not listed|host (unknown|not found)|нет такого|не существует|не найден|nem létezik|ismeretlen (felhasználó|címzett)|nu există|inexistent|不存在|查无此人|findes ikke|ukendt/i;

/**
 * RFC 3463: X.1 is about the address, 5.2.1 a mailbox that takes nothing any more, 5.4.4 a domain
 * that leads nowhere. A full mailbox (X.2.2), policy (X.7) and content (X.6) say nothing against it.
 */
function kindOf(status: string | null, words: string): BounceKind {
  if (status?.startsWith('4')) return 'soft';
  // Exchange says 5.1.8 and 5.7.x of senders that it does not like: that is about us.
  if (status && /^5\.(1\.(0|1|2|3|6|10)|2\.1|4\.4)$/.test(status)) return 'hard';
  if (status && !/^5\.(0\.0|5\.\d)$/.test(status)) return 'soft';
  return goneForGood.test(words) ? 'hard' : 'soft';
}

/** How much of a text is looked at for what the server said. */
const looked = { characters: 20_000, lines: 300 };

/** The status (RFC 3463) and the line that says why, in the words of a server; null where none. */
function failureIn(text: string): { status: string | null; words: string | null } {
  const lines = text.slice(0, looked.characters).split('\n').slice(0, looked.lines);
  const coded = lines.find((line) =>
    /(^|[^\d.])[45]\d\d[ -#]|(^|[^\d.])[45]\.\d{1,3}\.\d{1,3}\b/.test(line),
  );
  const line = coded ?? lines.find((one) => goneForGood.test(one)) ?? null;
  const status = /(?:^|[^\d.])([45]\.\d{1,3}\.\d{1,3})\b/.exec(line ?? '')?.[1] ?? null;
  const basic = /(?:^|[^\d.])4\d\d[ -]/.test(line ?? '') ? '4.0.0' : null;
  return { status: status ?? basic, words: line && firstWords(line) };
}

function firstWords(text: string): string | null {
  const words = text.replace(/\s+/g, ' ').trim().slice(0, 300);
  return words === '' ? null : words;
}
