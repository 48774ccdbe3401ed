import { isAddress, isUnattended, normaliseAddress } from './address.ts';
import type { Letter, Mailbox } from './letter.ts';
import { isOurs, type OurAddresses } from './ours.ts';

/** More people in copy than this is a mailing, not a conversation. */
const mostCopied = 20;

/** Who else takes part by a message: people in To and Cc who are neither the author nor us. */
export function copiedIn(letter: Letter, author: string, ours: OurAddresses): Mailbox[] {
  const seen = new Set([normaliseAddress(author)]);
  const copied = [...letter.to, ...letter.cc].filter(({ address }) => {
    const normal = normaliseAddress(address);
    if (seen.has(normal) || !isAddress(normal)) return false;
    seen.add(normal);
    return !isOurs(normal, ours) && !isUnattended(normal);
  });
  return copied.length > mostCopied ? [] : copied;
}

/** Where the author asks to be answered instead of at From (RFC 5322 §3.6.2), if anywhere. */
export function answerElsewhere(
  letter: Letter,
  author: string,
  ours: OurAddresses,
): Mailbox | null {
  const other = letter.replyTo.filter(
    ({ address }) =>
      isAddress(normaliseAddress(address)) &&
      normaliseAddress(address) !== normaliseAddress(author) &&
      !isOurs(address, ours) &&
      !isUnattended(address),
  );
  // One address is an answer address; several are a mailing.
  return other.length === 1 ? other[0]! : null;
}
