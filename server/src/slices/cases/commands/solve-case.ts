import type { Ctx } from '../../../platform/context.ts';
import { isRefusal } from '../../../kernel/decision.ts';
import { newId } from '../../../platform/ids.ts';
import { agentById } from '../../people/index.ts';
import { noteWriting } from '../../writing/index.ts';
import { isPerson } from '../author.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { ruleOf } from '../clock-rules.ts';
import type { CaseState } from '../rules/state.ts';
import { checkUp, clearForSolving, type Task } from '../rules/tasks.ts';
import { solve } from '../rules/solve.ts';
import { houseOf } from '../store/house.ts';
import { openTasks } from '../store/tasks.ts';
import { type ForCustomer, written } from '../written.ts';
import { checkUpDue } from './due-of-task.ts';

/**
 * Solved for good: the written solution goes to the customer, who has the last word.
 * @throws Problem `open_tasks` while others still do something on the case, unless that is withdrawn
 */
export async function solveCase(
  ctx: Ctx,
  input: OnCase & ForCustomer & { withdrawTasks?: boolean },
): Promise<{ messageId: string }> {
  const writing = written(ctx, 'solution', input);
  const { id } = writing.message;
  await changeCase(ctx, input, 'solve', async ({ state, ctx: { now } }) => {
    const solution = await writing.at(now);
    const open = await openTasks(ctx.tx, state.id);
    const cleared = clearForSolving(open, input.withdrawTasks ?? false);
    if (isRefusal(cleared)) return { decision: cleared };
    const house = await houseOf(ctx.tx);
    const rule = await ruleOf(ctx.tx, house, state);
    const solved = solve(state, id, isPerson(ctx.actor), house, rule, now);
    if (isRefusal(solved)) return { decision: solved };
    const after = await firstTakerLooks(ctx, state, open, now);
    return { decision: [...cleared, ...solved, ...after], parts: { messages: [solution] } };
  });
  await noteWriting(ctx, id, { ...input, text: writing.message.text });
  return { messageId: id };
}

async function firstTakerLooks(ctx: Ctx, state: CaseState, open: Task[], now: Date) {
  if (!(await agentById(ctx.tx, state.firstTakerId))?.active) return [];
  return checkUp(state, open, { id: newId(), due: await checkUpDue(ctx, state.firstTakerId, now) });
}
