import { between, plus } from '../../../kernel/instant.ts';
import type { CaseEvent, CaseFact } from '../events.ts';
import { reopenableMs } from './receive.ts';

/** What became of one solution, and when that was known; `pending` is known later. */
export type SolutionFate = {
  solution: string;
  solver: string | null;
  solvedAt: Date;
  fate: 'confirmed' | 'reopened' | 'lasting' | 'pending';
  knownAt: Date | null;
};

/**
 * What became of each solution of a case by `now`, from its events alone (domain.md, The ledger):
 * solved for good is what the customer confirmed, or what was not reopened within 30 days after it
 * was solved. A reopening that was only thanks is none, and neither is a solution that was
 * taken back before it left.
 * @param events all events of one case, oldest first
 */
export function solutionFates(events: CaseEvent[], now: Date): SolutionFate[] {
  const takenBack = new Set(
    events.flatMap(({ fact }) => (fact.kind === 'thanked' ? [fact.reopening] : [])),
  );
  const withdrawn = new Set(
    events.flatMap(({ fact }) => (fact.kind === 'withdrawn' ? [fact.message] : [])),
  );
  const fates: SolutionFate[] = [];
  for (const event of events) {
    const { fact, at, actor } = event;
    if (fact.kind === 'solved' && !withdrawn.has(fact.solution)) {
      fates.push({
        solution: fact.solution,
        solver: actor.kind === 'agent' ? actor.id : null,
        solvedAt: at,
        fate: 'pending',
        knownAt: null,
      });
    }
    const last = fates.at(-1);
    if (last?.fate === 'pending' && !takenBack.has(event.seq)) settle(last, fact, at);
  }
  return fates.map((one) => lasting(one, now));
}

function settle(solution: SolutionFate, fact: CaseFact, at: Date): void {
  const confirmed = fact.kind === 'closed' && fact.confirmed;
  const inTime = between(solution.solvedAt, at) < reopenableMs;
  if (!confirmed && !(fact.kind === 'reopened' && inTime)) return;
  solution.fate = confirmed ? 'confirmed' : 'reopened';
  solution.knownAt = at;
}

function lasting(solution: SolutionFate, now: Date): SolutionFate {
  const known = plus(solution.solvedAt, reopenableMs);
  if (solution.fate !== 'pending' || between(known, now) < 0) return solution;
  return { ...solution, fate: 'lasting', knownAt: known };
}
