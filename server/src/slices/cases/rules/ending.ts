import { type Decision, refuse } from '../../../kernel/decision.ts';
import { between, plus } from '../../../kernel/instant.ts';
import type { CaseEvent, CaseFact } from '../events.ts';
import { remainingMs, resumeClock } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import { reopenableMs, reopening } from './receive.ts';
import type { CaseState, Reopening } from './state.ts';

/**
 * The customer says that the problem is solved: the case closes, confirmed. Said twice, or of a
 * case that is closed already, it changes nothing.
 */
export function confirm(state: CaseState): Decision<CaseFact> {
  if (state.status === 'closed') return [];
  if (state.status !== 'solved') {
    return refuse('wrong_status', `The case is ${state.status}; only a solved one is confirmed.`);
  }
  return [{ kind: 'closed', confirmed: true }];
}

/**
 * The customer says that it is not solved: the case is open again, in the same hands. Where the
 * case is in work already, there is nothing to open.
 */
export function deny(
  state: CaseState,
  hands: string | null,
  rule: ClockRule,
  now: Date,
): Decision<CaseFact> {
  if (state.status === 'open' || state.status === 'waiting') return [];
  if (!isReopenable(state, now)) {
    return refuse('wrong_status', 'The case has been over for too long to be opened again.');
  }
  if (!hands) return refuse('no_one_to_hold_it', 'Nobody is there to hold the case.');
  return [reopening(state, 'customer', hands, resumeClock(state, rule, now))];
}

/** Whether a case that was solved can still be opened again: within 30 days after it was closed. */
export function isReopenable(state: { status: string; closedAt: Date | null }, now: Date): boolean {
  if (state.status === 'solved') return true;
  if (state.status !== 'closed' || !state.closedAt) return false;
  return between(state.closedAt, now) < reopenableMs;
}

/**
 * The message that opened the case again was only thanks: it is solved as before, and closes after
 * what was left of that time; one that was closed is closed again. Only while the owner has done
 * nothing else with it (domain.md, Who gets the case).
 */
export function itWasThanks(state: CaseState, rule: ClockRule, now: Date): Decision<CaseFact> {
  const was = state.reopening;
  if (state.status !== 'open' || !was) {
    return refuse(
      'wrong_status',
      'Only a case that a message of its customer opened again, and with which nothing else was ' +
        'done since, can be solved as before.',
    );
  }
  const thanked: CaseFact = {
    kind: 'thanked',
    message: was.message,
    reopening: was.seq,
    closeAt: plus(now, was.closeMs),
    remindAt: was.remindMs === null ? null : plus(now, was.remindMs),
    remainingMs: remainingMs(state.clock, rule, now),
  };
  return was.closed ? [thanked, { kind: 'closed', confirmed: was.confirmed }] : [thanked];
}

/** What an event does to the reminder and to the reopening that may have been thanks. */
export function endingChanged(
  before: CaseState,
  after: CaseState,
  event: CaseEvent,
): Pick<CaseState, 'remindAt' | 'reopening'> {
  return {
    remindAt: remindAt(before, after, event.fact),
    reopening: reopened(before, after, event),
  };
}

function remindAt(before: CaseState, after: CaseState, fact: CaseFact): Date | null {
  if (after.status !== 'solved') return null;
  if (fact.kind === 'solved' || fact.kind === 'thanked' || fact.kind === 'unmerged') {
    return fact.remindAt ?? null;
  }
  return fact.kind === 'reminded' ? null : before.remindAt;
}

function reopened(before: CaseState, after: CaseState, event: CaseEvent): Reopening | null {
  const { fact, actor, at, seq } = event;
  if (after.status !== 'open') return null;
  if (fact.kind === 'withdrawn' && fact.restored) return fact.restored.reopening;
  if (fact.kind === 'reopened') {
    return fact.by === 'customer' && fact.because
      ? solvedUntil(before, fact.because, at, seq)
      : null;
  }
  const moved = after.ownerId !== before.ownerId || after.level !== before.level;
  const acted = actor.kind === 'agent' && actor.id === before.ownerId;
  return moved || acted || fact.kind === 'replied' ? null : before.reopening;
}

/** What stood before a message opened the case again. */
function solvedUntil(state: CaseState, message: string, at: Date, seq: number): Reopening | null {
  if (!state.solvedAt || !state.solutionId) return null;
  const left = (until: Date) => Math.max(0, between(at, until));
  return {
    seq,
    message,
    solution: state.solutionId,
    solvedAt: state.solvedAt,
    solvedBy: state.solvedBy,
    closeMs: state.closeAt ? left(state.closeAt) : 0,
    remindMs: state.remindAt ? left(state.remindAt) : null,
    closed: state.status === 'closed',
    confirmed: state.confirmed ?? false,
  };
}
