import type { Case, Message } from '@baton/contract';

/**
 * What someone who sends an answer must see first: the messages of people that came after the
 * version they had on the screen. Machines' messages and our own receipts do not matter.
 */
export function meanwhile(seenVersion: number, messages: Message[]): Message[] {
  return messages.filter(
    (message) => message.seq > seenVersion && message.author.kind !== 'baton' && !message.automatic,
  );
}

/** Whether a case is still in the state in which someone decided to act on it. */
export function isSame(before: Case, after: Case): boolean {
  return (
    before.status === after.status &&
    before.owner?.id === after.owner?.id &&
    before.level === after.level
  );
}
