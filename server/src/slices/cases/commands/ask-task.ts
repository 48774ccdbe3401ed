import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { agentById } from '../../people/index.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { ask } from '../rules/tasks.ts';
import { usualDue } from './due-of-task.ts';

export type AskTask = OnCase & { agent: string; what: string; due?: Date | undefined };

/**
 * An agent is asked to do something on a case, within the company's usual time where nobody says
 * by when. They see the case from now on and may note; it stays in the same hands.
 * @throws Problem `unknown_reference` for an agent who cannot be asked
 */
export async function askTask(ctx: Ctx, input: AskTask): Promise<{ taskId: string }> {
  const id = newId();
  await changeCase(ctx, input, 'askTask', async ({ state, ctx: { now } }) => {
    await assertHelper(ctx, input.agent);
    const due = input.due ?? (await usualDue(ctx, input.agent, now));
    const asker = askerOf(ctx);
    return {
      decision: ask(state, { id, kind: 'task', agent: input.agent, asker, due }, now),
      parts: { taskTexts: { [id]: input.what } },
    };
  });
  return { taskId: id };
}

/** Who asks in person; Baton and programs ask as nobody. */
export function askerOf({ actor }: Ctx): string | null {
  return actor.kind === 'agent' ? actor.id : null;
}

async function assertHelper(ctx: Ctx, agentId: string): Promise<void> {
  const agent = await agentById(ctx.tx, agentId);
  if (agent?.active && agent.role !== 'reader') return;
  throw unknownReference('agent', 'works_on_none');
}
