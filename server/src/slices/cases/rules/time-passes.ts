import type { CaseFact } from '../events.ts';
import { resumeClock, startClock } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import { deadlineFacts, giveWarnings, speakOfDeadline } from './give-warnings.ts';
import { type Hands, passUp } from './hand-over.ts';
import type { CaseState } from './state.ts';
import { untaken } from './take.ts';

/** What the rule needs to know about where the case stands. */
export type Surroundings = {
  lead: string;
  /** By which the clock runs. */
  rule: ClockRule;
  /** Whoever would hold the case further up; null at the top. Needed only when it lapses. */
  above: (Hands & { rule: ClockRule }) | null;
  /** At the top: the named person who must decide on the lapse, and the rule of the next period. */
  answerable: string;
  next: ClockRule;
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
    ...giveWarnings(state, around, now),
    ...pauseOver(state, around.rule, now),
  ];
}

function lapse(state: CaseState, around: Surroundings, now: Date): CaseFact[] {
  const lapsed: CaseFact = {
    kind: 'lapsed',
    level: state.level,
    owner: state.ownerId ?? '',
    due: state.clock.due ?? now,
  };
  const spoken = speakOfDeadline(state, now);
  const told = [...deadlineFacts(spoken, state.ownerId, null), lapsed];
  const then = { ...state, deadline: spoken.deadline };
  const moved = passUp(then, around.rule, around.above, { reason: 'lapsed', summary: null }, now);
  if (Array.isArray(moved)) return [...told, ...moved];
  const deadlineWarnAt = spoken.deadline?.warnAt ?? null;
  return [
    ...told,
    ...untaken(state, now),
    {
      kind: 'accountability_opened',
      answerable: around.answerable,
      clock: startClock(now, around.next, { deadlineWarnAt }),
    },
  ];
}

function firstReplyMissed(state: CaseState, now: Date): CaseFact[] {
  const { due, metAt, missedAt } = state.firstReply;
  const counts = state.status === 'open' || state.status === 'waiting';
  if (!counts || metAt || missedAt || !reached(due, now)) return [];
  return [{ kind: 'first_reply_missed', warned: state.ownerId ?? '' }];
}

function pauseOver(state: CaseState, rule: ClockRule, now: Date): CaseFact[] {
  if (state.status === 'waiting' && reached(state.resumeAt, now)) {
    const spoken = speakOfDeadline(state, now);
    const clock = resumeClock({ ...state, deadline: spoken.deadline }, rule, now);
    const resumed: CaseFact = { kind: 'resumed', by: 'time', clock };
    return [resumed, ...deadlineFacts(spoken, state.ownerId, clock.warnAt)];
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
