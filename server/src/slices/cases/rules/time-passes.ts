import type { CaseFact } from '../events.ts';
import { resumeClock, startClock, warningAt, warningShares } from './clock.ts';
import { type Hands, passUp } from './hand-over.ts';
import type { CaseState } from './state.ts';
import { untaken } from './take.ts';

/** What the rule needs to know about where the case stands. */
export type Surroundings = {
  lead: string;
  atLeastMs: number;
  /** Whoever would hold the case one level up; null at the top. Needed only when it lapses. */
  above: (Hands & { holdingMs: number }) | null;
  /** At the top: the named person who must decide on the lapse, and the next period. */
  answerable: string;
  holdingMs: number;
};

/** Whether the clock of an open case has run out at `now`. */
export function hasLapsed(state: CaseState, now: Date): boolean {
  return state.status === 'open' && reached(state.clock.due, now);
}

/**
 * What time itself does to a case at `now`: first reply missed, warnings, the lapse that moves it
 * one level up (at the top: an accountability entry and the next period), a wait that is over, a
 * solution that closes unconfirmed. Idempotent: called again at once it decides nothing.
 */
export function timePasses(state: CaseState, around: Surroundings, now: Date): CaseFact[] {
  const missed = firstReplyMissed(state, now);
  if (hasLapsed(state, now)) return [...missed, ...lapse(state, around, now)];
  return [
    ...missed,
    ...untaken(state, now),
    ...warning(state, around.lead, now),
    ...pauseOver(state, around.atLeastMs, now),
  ];
}

function lapse(state: CaseState, around: Surroundings, now: Date): CaseFact[] {
  const lapsed: CaseFact = {
    kind: 'lapsed',
    level: state.level,
    owner: state.ownerId ?? '',
    due: state.clock.due ?? now,
  };
  const moved = passUp(state, around.above, { reason: 'lapsed', summary: null }, now);
  if (Array.isArray(moved)) return [lapsed, ...moved];
  return [
    lapsed,
    ...untaken(state, now),
    {
      kind: 'accountability_opened',
      answerable: around.answerable,
      clock: startClock(now, around.holdingMs),
    },
  ];
}

function firstReplyMissed(state: CaseState, now: Date): CaseFact[] {
  const { due, metAt, missedAt } = state.firstReply;
  const counts = state.status === 'open' || state.status === 'waiting';
  if (!counts || metAt || missedAt || !reached(due, now)) return [];
  return [{ kind: 'first_reply_missed', warned: state.ownerId ?? '' }];
}

/** One warning, even if several were slept through: the latest of them. */
function warning(state: CaseState, lead: string, now: Date): CaseFact[] {
  const { due, warnAt, holdingMs } = state.clock;
  if (state.status !== 'open' || !due || !reached(warnAt, now)) return [];
  let nth = state.clock.warned + 1;
  while (reached(warningAt(due, holdingMs, nth), now)) nth++;
  const to = nth === warningShares.length ? lead : (state.ownerId ?? lead);
  return [{ kind: 'warned', nth, to, next: warningAt(due, holdingMs, nth) }];
}

function pauseOver(state: CaseState, atLeastMs: number, now: Date): CaseFact[] {
  if (state.status === 'waiting' && reached(state.resumeAt, now)) {
    return [{ kind: 'resumed', by: 'time', clock: resumeClock(state.clock, now, atLeastMs) }];
  }
  if (state.status === 'solved' && reached(state.closeAt, now)) {
    return [{ kind: 'closed', confirmed: false }];
  }
  if (state.status === 'solved' && reached(state.remindAt, now)) return [{ kind: 'reminded' }];
  return [];
}

function reached(at: Date | null, now: Date): boolean {
  return at !== null && at.getTime() <= now.getTime();
}
