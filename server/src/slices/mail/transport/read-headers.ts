import { type Header, headerOf, headersOf, type Letter } from '../rules/letter.ts';
import { messageIdOf, messageIdsIn } from '../rules/message-id.ts';
import { decodeHeaderLine, decodeMailboxes, decodeWords, oneLine } from './decode-header.ts';

type HeaderPart = Omit<
  Letter,
  'text' | 'report' | 'reports' | 'complaint' | 'returnedIds' | 'returnedAddresses'
>;

/** Reads the headers of a mail from its raw lines (bytes as latin1 characters). */
export function readHeaders(lines: readonly string[]): HeaderPart {
  const charset = charsetOf(lines);
  const headers: Header[] = lines
    .map((line) => decodeHeaderLine(line, charset))
    .filter((header) => header !== null);
  const mailboxes = (name: string) =>
    headersOf({ headers }, name).flatMap((value) => decodeMailboxes(value));
  return {
    headers,
    from: mailboxes('from')[0] ?? mailboxes('sender')[0] ?? null,
    replyTo: mailboxes('reply-to'),
    to: mailboxes('to'),
    cc: mailboxes('cc'),
    subject: oneLine(decodeWords(headerOf({ headers }, 'subject') ?? '')),
    writtenAt: dateOf(headersOf({ headers }, 'date')),
    messageId: messageIdOf(headerOf({ headers }, 'message-id') ?? ''),
    inReplyTo: messageIdsIn(headersOf({ headers }, 'in-reply-to').join(' ')),
    references: messageIdsIn(headersOf({ headers }, 'references').join(' ')),
    reportType: reportTypeOf(headerOf({ headers }, 'content-type') ?? ''),
  };
}

function charsetOf(lines: readonly string[]): string | null {
  const type = lines.find((line) => /^content-type\s*:/i.test(line));
  return /charset\s*=\s*"?([\w:.-]{1,40})/i.exec(type ?? '')?.[1] ?? null;
}

/** How many Date headers are looked at, and how much of each. */
const looked = { dates: 5, characters: 200 };

/** The first date that is one; clocks that were never set say 1970 and are not believed. */
function dateOf(values: string[]): Date | null {
  const dates = values
    .slice(0, looked.dates)
    .map((value) => new Date(value.slice(0, looked.characters).replace(/\([^()]*\)/g, ' ')));
  return dates.find((date) => date.getFullYear() >= 1995 && date.getFullYear() < 9999) ?? null;
}

function reportTypeOf(contentType: string): string | null {
  if (!/^\s*multipart\/report\b/i.test(contentType)) return null;
  return /report-type\s*=\s*"?([\w-]{1,60})/i.exec(contentType)?.[1]?.toLowerCase() ?? 'unknown';
}

/** Cuts the raw lines of the headers out of the beginning of a mail, folded lines together. */
export function headerLinesOf(raw: Buffer): string[] {
  const text = raw.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  return text.slice(0, end).split(/\r?\n(?![ \t])/);
}
