/** What the place below the conversation is used for. */
export const modes = [
  'reply',
  'note',
  'solve',
  'up',
  'wait',
  'across',
  'aside',
  'correct',
] as const;
export type Mode = (typeof modes)[number];
