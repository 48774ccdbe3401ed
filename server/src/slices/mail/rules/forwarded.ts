import { isAddress } from './address.ts';
import { isForwardMark } from './forward-marks.ts';
import type { Mailbox } from './letter.ts';
import { withoutLineMarks } from './marks.ts';
import { isFromOfBlock } from './quote-marks.ts';
import { isForwarded } from './subject.ts';

/** The block of headers stands near the mark of forwarding; farther down it is another's quote. */
const searched = { lines: 400, afterMark: 12 };

/**
 * Who wrote at first what was handed on to us: the From of the first block of headers in a mail whose
 * subject or text says that it is forwarded (Gmail, Outlook, Apple, Thunderbird, in the languages of
 * quote-marks.ts). A mere reply quotes, too, and suggests nobody. Null where nothing is found.
 */
export function forwardedFrom(text: string, subject: string): Mailbox | null {
  const lines = withoutLineMarks(text)
    .split('\n')
    .slice(0, searched.lines)
    .map((line) => line.replace(/^[\s>＞]+/u, ''));
  const mark = lines.findIndex(isForwardMark);
  if (mark === -1 && !isForwarded(subject)) return null;
  const last = mark === -1 ? lines.length : Math.min(lines.length, mark + searched.afterMark);
  for (let index = Math.max(0, mark); index < last; index++) {
    if (isFromOfBlock(lines, index)) return mailboxIn(lines[index]!);
  }
  return null;
}

/** `From: Maria Popescu <maria@x.test>`, also as `"Maria" [mailto:maria@x.test]` or alone. */
function mailboxIn(line: string): Mailbox | null {
  const value = line
    .replace(/^[^:：]*[:：]/u, '')
    .replaceAll('*', ' ')
    .slice(0, 500);
  const found = /[^\s<>"'[\]():;,]+@[^\s<>"'[\]():;,]+/u.exec(value);
  const address = found?.[0].toLowerCase();
  if (!found || !address || !isAddress(address)) return null;
  const before = value.slice(0, found.index).replace(/[<[(]?\s*(mailto:)?\s*$/iu, '');
  const name = before.replaceAll(/["']/gu, '').trim();
  return { address, name: name === '' || name.includes('@') ? null : name };
}
