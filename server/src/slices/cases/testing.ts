import type { Actor } from '../../kernel/actor.ts';
import { dayMs, hourMs } from '../../kernel/duration.ts';
import { always } from '../../kernel/working-time.ts';
import { changeOf } from './change.ts';
import { atAnyHour, type ClockRule } from './rules/clock-rule.ts';
import { open, type Opening } from './rules/open.ts';
import type { CaseState } from './rules/state.ts';

/** The instant at which the tests' cases are opened. */
export const opening = new Date('2026-03-04T09:14:00.000Z');

/** An instant so many hours after the opening. */
export function after(hours: number): Date {
  return new Date(opening.getTime() + hours * hourMs);
}

export const tom: Actor = { kind: 'agent', id: 'tom', role: 'agent' };

/** The settings of a fresh installation: 20 hours, nights included. */
export const usualRule: ClockRule = {
  holdingMs: 20 * hourMs,
  from: 'arrival',
  atLeastMs: 4 * hourMs,
  waitingLimitMs: 14 * dayMs,
  time: always,
  mark: 'usual',
  recipients: atAnyHour,
};

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
    { rule: usualRule, firstReplyMs: hourMs, hours: always },
    opening,
  );
  return changeOf(null, 'case', facts, { actor: tom, now: opening }).after;
}
