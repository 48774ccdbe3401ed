import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { advisersOf } from '../../people/index.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import type { CaseState } from '../rules/state.ts';
import { ask, nextAdviser } from '../rules/tasks.ts';
import { askedForAdvice } from '../store/tasks.ts';
import { askerOf } from './ask-task.ts';
import { usualDue } from './due-of-task.ts';

/**
 * One press: the first adviser of the topic who is there and was not asked on this case yet is
 * asked for advice; pressed again, the next.
 * @throws Problem `nobody_to_ask` when the topic has no adviser, or all of them were asked
 */
export async function askForHelp(
  ctx: Ctx,
  input: OnCase & { what?: string | undefined; due?: Date | undefined },
): Promise<{ taskId: string }> {
  const id = newId();
  await changeCase(ctx, input, 'askTask', async ({ state, ctx: { now } }) => {
    const agent = await adviserFor(ctx, state);
    if (!agent) {
      throw new Problem('nobody_to_ask', {
        detail: 'The topic of this case has no adviser who is there and was not asked yet.',
      });
    }
    const due = input.due ?? (await usualDue(ctx, agent, now));
    return {
      decision: ask(state, { id, kind: 'advice', agent, asker: askerOf(ctx), due }, now),
      parts: input.what === undefined ? {} : { taskTexts: { [id]: input.what } },
    };
  });
  return { taskId: id };
}

/** Whom to ask about a case now; null when nobody is left. */
export async function adviserFor(ctx: Ctx, state: CaseState): Promise<string | null> {
  if (!state.topicId) return null;
  const chain = await advisersOf(ctx.tx, state.topicId);
  if (chain.length === 0) return null;
  return nextAdviser(chain, await askedForAdvice(ctx.tx, state.id), state.ownerId);
}
