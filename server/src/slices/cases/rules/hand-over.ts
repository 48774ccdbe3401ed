import { type Decision, refuse } from '../../../kernel/decision.ts';
import type { CaseFact } from '../events.ts';
import { startClock } from './clock.ts';
import { type CaseState, isHeld } from './state.ts';

/** Who receives a case: an agent, in a team, which stands at a level. */
export type Hands = { agent: string; team: string; level: number; full: boolean };

type Why = { reason: string; summary: string | null };

/** Passed up: the case moves to the next level, whose clock begins now. */
export function passUp(
  state: CaseState,
  to: (Hands & { holdingMs: number }) | null,
  why: Why,
  now: Date,
): Decision<CaseFact> {
  if (state.status !== 'open' && state.status !== 'waiting') {
    return refuse(
      'wrong_status',
      `The case is ${state.status}; only one in work can be passed up.`,
    );
  }
  if (!to) {
    return refuse(
      'at_the_top',
      'The case stands at the top of the pyramid: it has to be solved here.',
    );
  }
  return [moved(state, 'up', to, why, startClock(now, to.holdingMs))];
}

/** Handed across, as a correction or for an absence: the clock is not touched (invariant 3). */
export function handAcross(state: CaseState, to: Hands, why: Why): Decision<CaseFact> {
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
  return [moved(state, 'across', to, why, null)];
}

function moved(
  state: CaseState,
  direction: 'up' | 'across',
  to: Hands,
  why: Why,
  clock: Extract<CaseFact, { kind: 'handed_over' }>['clock'],
): CaseFact {
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
  };
}
