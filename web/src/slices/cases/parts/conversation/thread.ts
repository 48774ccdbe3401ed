import type { CaseEventKind, CaseEventShape, Message } from '@baton/contract';

export type Entry =
  | { kind: 'message'; seq: number; message: Message }
  | { kind: 'event'; seq: number; event: CaseEventShape };

/** Facts that the messages themselves show, or that say nothing to a person. */
export const unsaid = [
  'message_received',
  'message_brought',
  'replied',
  'noted',
  'customer_told',
  'first_reply_met',
  'warned',
  'reminded',
  'call_logged',
] as const satisfies CaseEventKind[];

/** What was said and what happened, in order; a message comes before what followed from it. */
export function thread(messages: Message[], events: CaseEventShape[]): Entry[] {
  const said = messages.map((message): Entry => ({ kind: 'message', seq: message.seq, message }));
  const happened = events
    .filter((event) => !unsaid.some((kind) => kind === event.kind))
    .map((event): Entry => ({ kind: 'event', seq: event.seq, event }));
  return [...said, ...happened].toSorted(
    (a, b) => a.seq - b.seq || Number(a.kind === 'event') - Number(b.kind === 'event'),
  );
}

/**
 * Where one begins to read a case: the first thing that its customer said since anybody here wrote;
 * null where nothing new was said.
 */
export function firstUnread(messages: Message[]): number | null {
  const ours = messages.findLastIndex(({ author }) => author.kind === 'agent');
  const theirs = messages
    .slice(ours + 1)
    .find(({ direction, automatic }) => direction === 'in' && !automatic);
  return theirs?.seq ?? null;
}
