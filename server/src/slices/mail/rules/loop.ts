import { headersOf, type Letter } from './letter.ts';
import { isOurList, isOurs, type OurAddresses } from './ours.ts';

/** Why a message is our own that came back; null when it is not. */
export type LoopReason = 'own_message' | 'own_address' | 'probe';

/**
 * Tells a loop: a mail that this installation sent itself, by its own header, or one that claims to
 * come from one of our addresses. A list that carries our address writes itself into From, and is
 * no loop.
 */
export function loopOf(
  letter: Letter,
  ours: OurAddresses,
  installation: string,
): LoopReason | null {
  const marks = headersOf(letter, 'x-baton-loop').map((value) => value.trim());
  if (marks.includes(installation)) return 'own_message';
  if (!letter.from || !isOurs(letter.from.address, ours)) return null;
  return isOurList(letter, ours) ? null : 'own_address';
}
