import type { Case, Message } from '@baton/contract';

/**
 * What someone who sends an answer must see first: the messages of people that came after the
 * version they had on the screen. Machines' messages, our own receipts, and what they wrote
 * themselves do not matter.
 * @param me the agent who sends, if they are one
 */
export function meanwhile(seenVersion: number, messages: Message[], me: string | null): Message[] {
  return messages.filter(
    ({ seq, author, automatic }) =>
      seq > seenVersion &&
      author.kind !== 'baton' &&
      !(author.kind === 'agent' && author.id === me) &&
      !automatic,
  );
}

/** Up to which version one has seen a case: its messages may be on the screen before the case itself. */
export function seenOf(shown: Case, messages: Message[]): number {
  return Math.max(shown.version, ...messages.map(({ seq }) => seq));
}

/** Whether a case is still in the state in which someone decided to act on it. */
export function isSame(before: Case, after: Case): boolean {
  return (
    before.status === after.status &&
    before.owner?.id === after.owner?.id &&
    before.level === after.level
  );
}
