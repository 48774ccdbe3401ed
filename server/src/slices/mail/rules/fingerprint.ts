import { normaliseAddress } from './address.ts';
import type { Letter } from './letter.ts';

/**
 * What makes two messages the same one (invariant 6), as a text to be hashed: the Message-ID and
 * the sender; without Message-ID the date, sender, subject and body.
 */
export function fingerprintOf(letter: Letter, sender: string): string {
  const from = normaliseAddress(sender);
  if (letter.messageId !== null) return JSON.stringify(['id', letter.messageId, from]);
  const date = letter.writtenAt?.toISOString() ?? '';
  // Reports say the same of many mails; which one they speak of stands in what came back.
  const about = [...letter.returnedIds, ...letter.reports.map(({ recipient }) => recipient)];
  return JSON.stringify(['content', date, from, letter.subject, bodyOf(letter), ...about]);
}

/** The body as it is compared: relays change white space at the ends of lines. */
export function bodyOf(letter: Letter): string {
  const lines = letter.text.split('\n').map((line) => line.trimEnd());
  return lines.join('\n').trim();
}
