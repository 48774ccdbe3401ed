import type { TestDeps } from '../../../test/deps.ts';
import { letterTasks } from './work.ts';

/** Does the recorded work of letters; returns how much there was. */
export async function doLetterWork(deps: TestDeps): Promise<number> {
  const due = await deps.db
    .deleteFrom('baton.work')
    .where('task', 'like', 'letters.%')
    .returning(['task', 'payload'])
    .execute();
  for (const { task, payload } of due) {
    await letterTasks[task]!(deps, payload as Record<string, unknown>);
  }
  return due.length;
}
