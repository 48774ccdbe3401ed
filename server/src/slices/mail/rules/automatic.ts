import { isMailerDaemon, isUnattended } from './address.ts';
import { headerOf, headersOf, type Envelope, type Letter } from './letter.ts';
import { cameThroughList, isOurList, type OurAddresses } from './ours.ts';
import { isAwaySubject } from './away-subject.ts';

/**
 * Who or what wrote: a `person`; a machine that answers (`auto_replied`: out of office, a receipt);
 * a machine that writes by itself (`auto_generated`: notices, lists, reports).
 */
export type Writer = 'person' | 'auto_replied' | 'auto_generated';

const replyHeaders = [
  'x-autoreply',
  'x-autorespond',
  'x-autoreply-from',
  'x-mail-autoreply',
  'x-auto-reply-from',
];

/**
 * Tells what wrote a message: RFC 3834 §2 and §5 first, then the headers used before it. Headers of
 * a list that carries our own address do not count. A bounce is recognised elsewhere.
 */
export function writerOf(letter: Letter, envelope: Envelope, ours: OurAddresses): Writer {
  return (
    byAutoSubmitted(letter) ??
    byOlderHeaders(letter) ??
    byReport(letter) ??
    (isAwaySubject(letter.subject) ? 'auto_replied' : null) ??
    byPrecedence(letter, ours) ??
    bySender(letter, envelope) ??
    'person'
  );
}

/** RFC 3834 §5: `no`, `auto-generated`, `auto-replied`, or a keyword still unknown. */
function byAutoSubmitted(letter: Letter): Writer | null {
  const keyword = headerOf(letter, 'auto-submitted')
    ?.split(/[;\s(]/)[0]
    ?.toLowerCase();
  if (!keyword || keyword === 'no') return null;
  return keyword === 'auto-replied' ? 'auto_replied' : 'auto_generated';
}

function byOlderHeaders(letter: Letter): Writer | null {
  for (const name of replyHeaders) {
    const value = headerOf(letter, name)?.trim().toLowerCase();
    if (value !== undefined && value !== 'no' && value !== 'false') return 'auto_replied';
  }
  // MS-OXCMAIL §2.2.3.2.14: on mail of machines. DR, RN, NRN and OOF also stand on people's mail.
  const suppress = headerOf(letter, 'x-auto-response-suppress')?.toLowerCase() ?? '';
  if (!/\b(all|autoreply)\b/.test(suppress)) return null;
  return isAnswer(letter) ? 'auto_replied' : 'auto_generated';
}

/** multipart/report (RFC 6522): a read receipt (RFC 8098) answers, any other report does not. */
function byReport(letter: Letter): Writer | null {
  if (letter.reportType === null) return null;
  return letter.reportType === 'disposition-notification' ? 'auto_replied' : 'auto_generated';
}

function byPrecedence(letter: Letter, ours: OurAddresses): Writer | null {
  const precedence = headersOf(letter, 'precedence').map((value) => value.trim().toLowerCase());
  if (precedence.some((value) => /^auto[-_]reply$/.test(value))) return 'auto_replied';
  if (isOurList(letter, ours)) return null;
  if (cameThroughList(letter)) return 'auto_generated';
  if (!precedence.some((value) => ['bulk', 'junk', 'list'].includes(value))) return null;
  return isAnswer(letter) ? 'auto_replied' : 'auto_generated';
}

function bySender(letter: Letter, envelope: Envelope): Writer | null {
  if (envelope.from === '') return isAnswer(letter) ? 'auto_replied' : 'auto_generated';
  const from = letter.from?.address ?? envelope.from;
  if (isMailerDaemon(from)) return 'auto_generated';
  const answersElsewhere = letter.replyTo.some(({ address }) => !isUnattended(address));
  return isUnattended(from) && !answersElsewhere ? 'auto_generated' : null;
}

function isAnswer(letter: Letter): boolean {
  return letter.inReplyTo.length > 0 || letter.references.length > 0;
}
