import type { Urgency } from '@baton/contract';
import { hourMs } from '../../../kernel/duration.ts';
import { earlier, plus } from '../../../kernel/instant.ts';
import type { CaseState } from './state.ts';

/** How much older a case counts for its urgency; one of low urgency counts as younger. */
const headStartMs: Record<Urgency, number> = {
  low: -24 * hourMs,
  normal: 0,
  high: 24 * hourMs,
  urgent: 72 * hourMs,
};
const highStakesMs = 72 * hourMs;
/** A case with a deadline counts as if it had been opened this long before it. */
const deadlineMs = 96 * hourMs;

/** Why a case is more or less pressing than an ordinary one of its age. */
export function priorityReasons(
  state: Pick<CaseState, 'openedAt' | 'urgency' | 'highStakes' | 'deadline'>,
): ('urgency' | 'high_stakes' | 'deadline')[] {
  const byDeadline = priorityAt(state) < priorityAt({ ...state, deadline: null });
  return [
    ...(state.urgency === 'normal' ? [] : ['urgency' as const]),
    ...(state.highStakes ? ['high_stakes' as const] : []),
    ...(byDeadline ? ['deadline' as const] : []),
  ];
}

/**
 * How pressing a case is, as the instant at which an ordinary case of the same weight would have
 * been opened: the earlier, the more pressing. What is urgent has a head start; since it is an
 * instant, every case goes up by ageing, and none of low urgency is passed by for ever.
 */
export function priorityAt(
  state: Pick<CaseState, 'openedAt' | 'urgency' | 'highStakes' | 'deadline'>,
): Date {
  const stakes = state.highStakes ? highStakesMs : 0;
  const opened = plus(state.openedAt, -headStartMs[state.urgency] - stakes);
  return state.deadline ? earlier(opened, plus(state.deadline.at, -deadlineMs)) : opened;
}

/** The most pressing first; by their ids where they press the same. */
export function byPriority(states: CaseState[]): CaseState[] {
  return states.toSorted(
    (a, b) => priorityAt(a).getTime() - priorityAt(b).getTime() || (a.id < b.id ? -1 : 1),
  );
}
