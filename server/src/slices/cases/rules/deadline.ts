import { between } from '../../../kernel/instant.ts';
import type { CaseFact } from '../events.ts';
import type { CaseState } from './state.ts';

type DeadlineFact = Extract<
  CaseFact,
  { kind: 'deadline_set' | 'deadline_near' | 'deadline_missed' }
>;

/** What a fact about the customer's own deadline makes of the case. */
export function deadlineChanged(
  state: CaseState,
  fact: DeadlineFact,
  at: Date,
): Partial<CaseState> {
  const clock = { ...state.clock, warnAt: fact.next };
  if (fact.kind === 'deadline_set') {
    const deadline = fact.at && { at: fact.at, warnAt: fact.warnAt, missedAt: null };
    return { deadline, clock, postponed: state.postponed + (movedLater(fact) ? 1 : 0) };
  }
  const missedAt = fact.kind === 'deadline_missed' ? at : null;
  const warnAt = missedAt ? null : fact.at;
  return { deadline: { at: fact.at, warnAt, missedAt }, clock };
}

function movedLater({ at, was }: { at: Date | null; was: Date | null }): boolean {
  return at !== null && was !== null && between(was, at) > 0;
}
