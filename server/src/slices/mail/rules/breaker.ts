import { domainOf, splitDetail } from './address.ts';
import type { Limits } from './limits.ts';

/** Whose mail a breaker is about: one address, a whole domain, or all that comes by a channel. */
export type BreakerKind = 'sender' | 'domain' | 'channel';

/** A breaker that is open: too much came in a short time. */
export type OpenBreaker = { id: string; kind: BreakerKind; offender: string | null };

/** Mail hosts with so many customers that no number of messages says anything about the host. */
const publicHosts = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com ' +
    'icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.com web.de t-online.de freenet.de ' +
    'mail.ru bk.ru list.ru inbox.ru yandex.ru yandex.com ya.ru rambler.ru qq.com foxmail.com ' +
    '163.com 126.com yeah.net sina.com sina.cn 139.com aliyun.com proton.me protonmail.com ' +
    'freemail.hu citromail.hu yahoo.ro yahoo.co.uk orange.fr wanadoo.fr free.fr laposte.net ' +
    'libero.it mail.dk jubii.dk stofanet.dk tdc.dk zoho.com fastmail.com mail.com'
  ).split(' '),
);

/** Under which name a sender is counted: details after a plus sign do not make another one. */
export function offenderOf(sender: string): string {
  return splitDetail(sender).base;
}

/** Whether a domain can be an offender as a whole. */
export function isCountedDomain(domain: string): boolean {
  return domain !== '' && !publicHosts.has(domain);
}

/**
 * The breaker that holds a message back; null when it goes on. A breaker of the channel holds
 * nothing: there only the answers wait. Whoever takes part in a case and holds our token is not held
 * up by what others of the same domain do.
 */
export function holderOf(
  message: { sender: string; known: boolean },
  open: readonly OpenBreaker[],
): OpenBreaker | null {
  const offender = offenderOf(message.sender);
  const domain = domainOf(message.sender);
  return (
    open.find((one) => one.kind === 'sender' && one.offender === offender) ??
    (message.known ? null : open.find((one) => one.kind === 'domain' && one.offender === domain)) ??
    null
  );
}

/** Whether so many messages within the window are too many. */
export function isTooMuch(kind: BreakerKind, count: number, limits: Limits): boolean {
  return count > limits.breaker[kind];
}

/** Whether it is calm again: at half of what opens a breaker, so that it does not flutter. */
export function isCalm(kind: BreakerKind, count: number, limits: Limits): boolean {
  return count <= limits.breaker[kind] / 2;
}
