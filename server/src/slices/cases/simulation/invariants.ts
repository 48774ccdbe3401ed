import { hourMs } from '../../../kernel/duration.ts';
import { between } from '../../../kernel/instant.ts';
import type { CaseEvent } from '../events.ts';
import { hasClock } from '../rules/align.ts';
import { replay } from '../rules/apply.ts';
import type { House } from '../rules/house.ts';
import { type CaseState, isHeld } from '../rules/state.ts';
import { referenceClock } from './reference.ts';

/** Unmerging gives a case that waits this much at least, whatever its limit (domain.md). */
const restoredMs = 4 * hourMs;

type IsActive = (agent: string) => boolean;

/** What does not hold of a case after a step; null when all does (domain.md, What must always hold). */
export function brokenBy(
  before: CaseState | null,
  state: CaseState,
  all: CaseEvent[],
  step: CaseEvent[],
  house: House,
  isActive: IsActive,
): string | null {
  return (
    withoutOwner(state, isActive) ??
    brokenBySettings(state, all, house) ??
    climbing(before, state, step, house) ??
    forgetful(state, all)
  );
}

/** What does not hold of a case to which nothing has happened, when settings may have changed. */
export function brokenBySettings(state: CaseState, all: CaseEvent[], house: House): string | null {
  return withoutInstant(state) ?? dishonest(state, all, house);
}

/** What does not hold of a case to which nothing has happened, when people may have left. */
export function withoutOwner(state: CaseState, isActive: IsActive): string | null {
  if (isHeld(state)) {
    return state.ownerId && isActive(state.ownerId) ? null : '1: no active owner';
  }
  return state.status === 'merged' && state.ownerId ? '1: merged, with an owner' : null;
}

function withoutInstant({ status, clock, resumeAt, closeAt, remindAt }: CaseState): string | null {
  const right =
    (clock.due !== null) === (status === 'open') &&
    (clock.pausedAt === null) === (status === 'open') &&
    (clock.remainingMs === null) === (status === 'open') &&
    (resumeAt !== null) === (status === 'waiting') &&
    (closeAt !== null) === (status === 'solved') &&
    (remindAt === null || status === 'solved');
  return right ? null : '2: not the one due instant of its status';
}

function climbing(
  before: CaseState | null,
  state: CaseState,
  step: CaseEvent[],
  house: House,
): string | null {
  const lapse = step.find(({ fact }) => fact.kind === 'lapsed');
  const moves = step.filter(({ fact }) => fact.kind === 'handed_over' && fact.direction === 'up');
  if (moves.length > 1) return '4: up more than once';
  if (state.level !== house.team(state.teamId).level) return '4: another level than its team';
  const above = before && house.above(house.team(before.teamId));
  if (before && moves.length === 1 && state.level !== above?.level) return '4: not one level up';
  if (!before || !lapse) return null;
  if (above && moves.length === 0) return '4: lapsed, and not one level up';
  if (!above && (state.ownerId !== before.ownerId || state.level !== before.level)) {
    return '4: moved at the top';
  }
  return state.clock.startedAt.getTime() === lapse.at.getTime()
    ? null
    : '4: the next clock does not start at the move';
}

function dishonest(state: CaseState, all: CaseEvent[], house: House): string | null {
  if (!hasClock(state)) return null;
  const { clock, resumeAt } = state;
  const rule = house.ruleOf(state);
  const reference = referenceClock(all, rule.time);
  if (
    clock.due?.getTime() !== reference.due?.getTime() ||
    clock.remainingMs !== reference.remainingMs
  ) {
    return `3: the clock shows ${shown(clock)}, the log gives ${shown(reference)}`;
  }
  if (clock.waitedMs !== reference.waitedMs) {
    return `3: waited ${clock.waitedMs}, by the log ${reference.waitedMs}`;
  }
  if (!resumeAt || !clock.pausedAt) return null;
  const restored = all.some(({ fact }) => fact.kind === 'unmerged') ? restoredMs : 0;
  const waitsMs = clock.waitedMs + between(clock.pausedAt, resumeAt);
  return waitsMs <= rule.waitingLimitMs + restored ? null : '3: waits beyond the limit';
}

function shown({ due, remainingMs }: { due: Date | null; remainingMs: number | null }): string {
  return due ? due.toISOString() : `${remainingMs} ms left`;
}

function forgetful(state: CaseState, all: CaseEvent[]): string | null {
  return isSame(replay(null, all), state) ? null : '8: the events do not give the state';
}

/** Whether two plain values are equal all through. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (a instanceof Date) return b instanceof Date && a.getTime() === b.getTime();
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => isSame(Reflect.get(a, name), Reflect.get(b, name)))
  );
}
