import type { Case } from '@baton/contract';

/** What the place below the conversation is used for. */
export type Mode =
  | 'reply'
  | 'note'
  | 'solve'
  | 'up'
  | 'wait'
  | 'across'
  | 'down'
  | 'aside'
  | 'correct'
  | 'ask'
  | 'merge'
  | 'call';

/** What a form that asks without taking a text is given. */
export type PanelProps = { item: Case; onDone: () => void };
