import type { Task } from '@baton/contract';
import type { ShownTask } from './store/tasks.ts';

/** A task as the API shows it. */
export function presentTask(row: ShownTask): Task {
  return {
    id: row.id,
    case: { id: row.case_id, number: row.number, subject: row.subject },
    kind: row.kind as Task['kind'],
    state: row.state as Task['state'],
    agent: { id: row.agent_id, name: row.agent_name },
    asker: row.asker_id ? { id: row.asker_id, name: row.asker_name ?? '' } : null,
    what: row.what,
    askedAt: row.asked_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    answer: row.answer,
  };
}
