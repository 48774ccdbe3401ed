import type { Actor } from '../../../kernel/actor.ts';
import type { CaseEvent, CaseFact } from '../events.ts';
import { replay } from './apply.ts';
import type { CaseState } from './state.ts';

/** Facts as the next events of a case, all of one instant, and the state that they give. */
export function factsToEvents(
  before: CaseState | null,
  caseId: string,
  facts: CaseFact[],
  by: { actor: Actor; now: Date },
): { events: CaseEvent[]; after: CaseState } {
  const first = (before?.version ?? 0) + 1;
  const events = facts.map((fact, index) => ({
    caseId,
    seq: first + index,
    at: by.now,
    actor: by.actor,
    fact,
  }));
  return { events, after: before && events.length === 0 ? before : replay(before, events) };
}
