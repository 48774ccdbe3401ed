import type { NoticeKind } from '@baton/contract';
import type { CaseFact } from '../events.ts';
import type { CaseState } from './state.ts';

/** Who is told as what; without an agent it is the lead of the team that has the case now. */
export type Told = { agent: string | null; kind: NoticeKind; data?: Record<string, unknown> };

/** Who is told of what helpers are asked and of mentions; null when a fact is about neither. */
export function toldOfHelp(after: CaseState, fact: CaseFact): Told[] | null {
  switch (fact.kind) {
    case 'noted':
      return (fact.mentions ?? []).map((agent) => ({ agent, kind: 'mentioned' }));
    case 'task_asked':
      return [{ agent: fact.agent, kind: fact.kind, data: { task: fact.task } }];
    case 'task_withdrawn':
      return withdrawnFrom(after, fact);
    case 'task_done':
    case 'task_refused':
      return askersOf(after, fact.asker).map((agent) => ({
        agent,
        kind: fact.kind,
        data: { task: fact.task },
      }));
    case 'task_overdue':
      return [{ agent: fact.to, kind: 'task_overdue', data: { task: fact.task } }];
    default:
      return null;
  }
}

/** Merged, it is asked again on the other case, which says enough. */
function withdrawnFrom(
  after: CaseState,
  { because, agent, asker, task }: Extract<CaseFact, { kind: 'task_withdrawn' }>,
): Told[] {
  if (because === 'merged') return [];
  if (because !== 'helper_left') return [{ agent, kind: 'task_withdrawn', data: { task } }];
  return askersOf(after, asker ?? null)
    .filter((each) => each !== agent)
    .map((each) => ({ agent: each, kind: 'task_returned', data: { task, agent } }));
}

/** Who waits for a task: whoever asked, and whoever holds the case. */
function askersOf(after: CaseState, asker: string | null): string[] {
  const both = [asker, after.ownerId].filter((agent) => agent !== null);
  return [...new Set(both)];
}
