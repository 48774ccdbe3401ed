import type { ThreadKeys } from './thread-token.ts';
import { shorten } from './thread-token.ts';

/**
 * The token in mail to an agent: `a1001-` and twelve characters of a keyed hash over the number of
 * that mail, by which its agent and its case are known. Its keys are others than those of thread
 * tokens, so that neither can be made from the other.
 */
const pattern = /a(\d{1,15})-([a-z2-7]{12})/i;

/** The token of a mail to an agent; `keys` are made for the purpose `notice`. */
export function noticeToken(number: number, keys: ThreadKeys): string {
  return `a${number}-${shorten(keys.sign(`a${number}`))}`;
}

/** The number of the mail whose token stands in a text; null when there is none or it is forged. */
export function numberOfNotice(text: string, keys: ThreadKeys): number | null {
  const found = pattern.exec(text);
  if (!found) return null;
  const number = Number(found[1]);
  const given = found[2]!.toLowerCase();
  return keys.all(`a${number}`).some((mac) => shorten(mac) === given) ? number : null;
}
