import type { Actor } from '../../kernel/actor.ts';
import { hourMs } from '../../kernel/duration.ts';
import { changeOf } from './change.ts';
import { open, type Opening } from './rules/open.ts';
import type { CaseState } from './rules/state.ts';

/** The instant at which the tests' cases are opened. */
export const opening = new Date('2026-03-04T09:14:00.000Z');

/** An instant so many hours after the opening. */
export function after(hours: number): Date {
  return new Date(opening.getTime() + hours * hourMs);
}

export const tom: Actor = { kind: 'agent', id: 'tom', role: 'agent' };

const usual: Opening = {
  customer: 'maria',
  brand: 'nordlys',
  channel: null,
  topic: null,
  urgency: 'normal',
  team: 'front',
  level: 1,
  owner: 'tom',
  full: false,
  message: 'first',
  rule: null,
  receipt: true,
};

/** A case that Tom of the front line has held since `opening`: 20 hours to hold, one to reply. */
export function openedCase(differences: Partial<Opening> = {}): CaseState {
  const facts = open(
    { ...usual, ...differences },
    { holdingMs: 20 * hourMs, firstReplyMs: hourMs },
    opening,
  );
  return changeOf(null, 'case', facts, { actor: tom, now: opening }).after;
}
