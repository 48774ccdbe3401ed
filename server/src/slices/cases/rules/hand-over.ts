import type { HandoverDirection } from '@baton/contract';
import { type Decision, refuse } from '../../../kernel/decision.ts';
import type { CaseFact, Sender } from '../events.ts';
import { countedMs, startClock } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import { type CaseState, isHeld } from './state.ts';

/** Who receives a case: an agent, in a team, which stands at a level. */
export type Hands = {
  agent: string;
  team: string;
  level: number;
  full: boolean;
  /** When the lead hears of it, if the agent has not opened the case by then. */
  takeBy: Date;
};

/** What goes along: the reason, the message that holds the summary, the messages marked. */
export type Why = {
  reason: string;
  summary: string | null;
  marked?: string[];
  missent?: Sender | null;
};

type HandedOver = Extract<CaseFact, { kind: 'handed_over' }>;

/** After so many moves within a level the lead is warned: nobody seems to be the right one. */
export const movesSeen = 3;

/**
 * Passed up: the case moves to a level above, whose clock begins now.
 * @param rule by which the clock ran until now; `to` brings the one that begins
 */
export function passUp(
  state: CaseState,
  rule: ClockRule,
  to: (Hands & { rule: ClockRule }) | null,
  why: Why,
  now: Date,
): Decision<CaseFact> {
  if (!isInWork(state)) return notInWork(state, 'passed up');
  if (!to) {
    return refuse(
      'at_the_top',
      'The case stands at the top of the pyramid: it has to be solved here.',
    );
  }
  const clock = startClock(now, to.rule, {
    beforeMs: countedMs(state.clock, rule, now),
    deadlineWarnAt: state.deadline?.warnAt ?? null,
  });
  return [moved(state, 'up', to, why, clock)];
}

/**
 * Handed across, as a correction or for an absence: the clock is not touched (invariant 3). The
 * third move within a level is seen as ping-pong.
 * @param warnAt when somebody is warned next, in the hours of whoever has the case from now on
 */
export function handAcross(
  state: CaseState,
  to: Hands,
  why: Why,
  warnAt = state.clock.warnAt,
): Decision<CaseFact> {
  if (!isHeld(state)) {
    return refuse('wrong_status', `The case is ${state.status}; it is in nobody's hands.`);
  }
  if (to.level !== state.level) {
    return refuse(
      'wrong_level',
      'That team stands at another level. Across means within the level; pass the case up instead.',
    );
  }
  if (to.agent === state.ownerId && to.team === state.teamId) {
    return refuse('wrong_status', 'The case is in those hands already.');
  }
  const moves = state.moves + 1;
  const seen: CaseFact[] =
    moves === movesSeen ? [{ kind: 'ping_pong', level: state.level, moves }] : [];
  return [{ ...moved(state, 'across', to, why, null), ...warning(state, warnAt) }, ...seen];
}

/**
 * Handed down to an agent whom the level above names: the clock goes on as it ran above, by the
 * settings of the level where it began, and the due instant stays (invariant 3).
 * @param warnAt when somebody is warned next, in the hours of whoever has the case from now on
 */
export function handDown(
  state: CaseState,
  to: Hands,
  why: Why,
  warnAt = state.clock.warnAt,
): Decision<CaseFact> {
  if (!isInWork(state)) return notInWork(state, 'handed down');
  if (to.level >= state.level) {
    return refuse(
      'wrong_level',
      'Down goes to an agent of a lower level; within the level a case is handed across.',
    );
  }
  return [{ ...moved(state, 'down', to, why, null), ...warning(state, warnAt) }];
}

/** Statuses in which there is work to do on a case. */
export const inWork = ['open', 'waiting'] as const;

function isInWork({ status }: CaseState): boolean {
  return inWork.some((one) => one === status);
}

function notInWork({ status }: CaseState, what: string) {
  return refuse('wrong_status', `The case is ${status}; only one in work can be ${what}.`);
}

/**
 * Given back to whoever held it before an absence, at the same level: the clock is not touched.
 * A case that has gone up since is not theirs any more.
 */
export function giveBack(
  state: CaseState,
  to: Hands,
  warnAt = state.clock.warnAt,
): Decision<CaseFact> {
  if (!isInWork(state)) return notInWork(state, 'given back');
  return handAcross(state, to, { reason: 'offered_back', summary: null }, warnAt);
}

/** The next warning, where the new owner's hours are others than the old one's. */
function warning({ clock }: CaseState, warnAt: Date | null): { warnAt?: Date | null } {
  return warnAt?.getTime() === clock.warnAt?.getTime() ? {} : { warnAt };
}

function moved(
  state: CaseState,
  direction: HandoverDirection,
  to: Hands,
  why: Why,
  clock: HandedOver['clock'],
): HandedOver {
  return {
    kind: 'handed_over',
    direction,
    reason: why.reason,
    from: state.ownerId ?? '',
    to: to.agent,
    fromTeam: state.teamId,
    team: to.team,
    fromLevel: state.level,
    level: to.level,
    full: to.full,
    summary: why.summary,
    clock,
    marked: why.marked ?? [],
    takeBy: to.takeBy,
    missent: why.missent ?? null,
  };
}
