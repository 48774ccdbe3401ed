import type { Change } from '../change.ts';
import type { CaseFact } from '../events.ts';

/** The rows of the tasks that a change asks for. */
export function newTasks({ after, events, taskTexts = {} }: Change) {
  return events.flatMap(({ at, fact }) =>
    fact.kind === 'task_asked'
      ? [
          {
            id: fact.task,
            case_id: after.id,
            kind: fact.about,
            state: 'asked',
            agent_id: fact.agent,
            asker_id: fact.asker,
            what: taskTexts[fact.task] ?? null,
            asked_at: at,
            due_at: fact.due,
            warned: 0,
            wake_at: fact.due,
          },
        ]
      : [],
  );
}

export type TaskChange = {
  id: string;
  state: string;
  /** Null leaves it as it was. */
  warned: number | null;
  wake_at: Date | null;
  ended_at: Date | null;
  answer_id: string | null;
};

/** What a change does to tasks that were asked before. */
export function changedTasks({ events }: Change): TaskChange[] {
  return events.flatMap(({ at, fact }) => taskChange(fact, at) ?? []);
}

function taskChange(fact: CaseFact, at: Date): TaskChange | null {
  switch (fact.kind) {
    case 'task_done':
    case 'task_refused':
      return {
        ...ended(fact.task, at),
        state: fact.kind === 'task_done' ? 'done' : 'refused',
        answer_id: fact.answer,
      };
    case 'task_withdrawn':
      return ended(fact.task, at);
    case 'task_overdue':
      return {
        ...ended(fact.task, at),
        state: 'asked',
        warned: fact.nth,
        wake_at: fact.next,
        ended_at: null,
      };
    default:
      return null;
  }
}

function ended(id: string, at: Date): TaskChange {
  return { id, state: 'withdrawn', warned: null, wake_at: null, ended_at: at, answer_id: null };
}
