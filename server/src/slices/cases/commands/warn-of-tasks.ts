import { baton } from '../../../kernel/actor.ts';
import type { Ctx } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { type Change, changeOf } from '../change.ts';
import type { CaseFact } from '../events.ts';
import type { CaseState } from '../rules/state.ts';
import { helperLeft, overdue } from '../rules/tasks.ts';
import { stateOf } from '../store/rows.ts';
import { dueTasks, lockCasesOfDueTasks } from '../store/tasks.ts';
import { writeChanges } from '../store/write.ts';
import { nextAdvice } from './answer-task.ts';

type Due = Awaited<ReturnType<typeof dueTasks>>[number];

/**
 * One batch of what time does to tasks: the helper hears that one is overdue, then the owner; of
 * the help chain the next one is asked. What was asked of somebody who has left comes back.
 * Idempotent, and safe on any number of servers: the cases
 * are locked, and one that another server holds is left to it.
 * @returns how many cases were touched; fewer than `limit` means that nothing was left to do
 */
export async function warnOfTasks(asked: Ctx, limit: number): Promise<number> {
  const states = (await lockCasesOfDueTasks(asked.tx, asked.now, limit)).map(stateOf);
  if (states.length === 0) return 0;
  // After the locks: others may have ended tasks since we were asked.
  const ctx = { ...asked, actor: baton, now: await instant(asked.tx, asked.deps) };
  const ids = states.map(({ id }) => id);
  const tasks = Map.groupBy(await dueTasks(ctx.tx, ids, ctx.now), ({ caseId }) => caseId);
  const changes: Change[] = [];
  for (const state of states) changes.push(await changeFor(ctx, state, tasks.get(state.id) ?? []));
  await writeChanges(ctx.tx, changes);
  return states.length;
}

async function changeFor(ctx: Ctx, state: CaseState, tasks: Due[]): Promise<Change> {
  const facts: CaseFact[] = [];
  const texts: Record<string, string> = {};
  let asksNext = true;
  for (const task of tasks) {
    facts.push(...(task.left ? helperLeft(task) : overdue(task, state, ctx.now)));
    // One after the other: two that are late together do not bring two more at once.
    if ((task.warned > 0 && !task.left) || task.kind !== 'advice' || !asksNext) continue;
    asksNext = false;
    const next = await nextAdvice(ctx, task, { state, ctx });
    facts.push(...next.facts);
    Object.assign(texts, next.texts);
  }
  return changeOf(state, state.id, facts, { actor: baton, now: ctx.now }, { taskTexts: texts });
}
