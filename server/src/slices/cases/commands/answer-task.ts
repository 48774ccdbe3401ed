import { isRefusal } from '../../../kernel/decision.ts';
import { isAdmin } from '../../../kernel/actor.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { messageBy } from '../author.ts';
import { changeCase, type Locked } from '../change-case.ts';
import { may } from '../policy.ts';
import { ask, decline, finish, withdraw } from '../rules/tasks.ts';
import { standingOf } from '../store/lock.ts';
import { taskById } from '../store/tasks.ts';
import { adviserFor } from './ask-for-help.ts';
import { usualDue } from './due-of-task.ts';

type Found = NonNullable<Awaited<ReturnType<typeof taskById>>>;
type Decided = Awaited<ReturnType<Parameters<typeof changeCase>[3]>>;

/** The helper has done it, and says what came of it if they like; it stands as a note on the case. */
export async function finishTask(ctx: Ctx, input: { taskId: string; answer?: string | undefined }) {
  const note = input.answer === undefined ? null : noteOf(ctx, input.answer);
  await onTask(ctx, input.taskId, async (task) => {
    assertHelps(ctx, task);
    const messages = note ? [note] : [];
    return { decision: finish(task, note?.id ?? null), parts: { messages } };
  });
}

/** The helper does not do it, and says why; of the help chain the next one is asked. */
export async function refuseTask(ctx: Ctx, input: { taskId: string; reason: string }) {
  const note = noteOf(ctx, input.reason);
  await onTask(ctx, input.taskId, async (task, locked) => {
    assertHelps(ctx, task);
    const declined = decline(task, note.id);
    const messages = [note];
    if (isRefusal(declined)) return { decision: declined };
    const next = await nextAdvice(ctx, task, locked);
    return {
      decision: [...declined, ...next.facts],
      parts: { messages, taskTexts: next.texts },
    };
  });
}

/** Whoever asked, or whoever may ask, does not need it any more. */
export async function withdrawTask(ctx: Ctx, input: { taskId: string }) {
  await onTask(ctx, input.taskId, async (task, { standing }) => {
    const asked = task.askerId !== null && task.askerId === ctx.actor.id;
    if (!asked && standing.role !== null && !may(standing, 'askTask')) {
      throw new Problem('not_owner', {
        detail: 'Only who asked, or the owner of the case, may withdraw it.',
      });
    }
    return { decision: withdraw(task, 'asker') };
  });
}

async function onTask(
  ctx: Ctx,
  taskId: string,
  decide: (task: Found, locked: Locked) => Promise<Decided>,
): Promise<void> {
  const found = await taskById(ctx.tx, taskId);
  const sees = found && (await standingOf(ctx.tx, ctx.actor, found.caseId)).sees;
  if (!sees) throw notFound('task');
  await changeCase(ctx, { caseId: found.caseId }, 'note', async (locked) =>
    // Read again: whoever held the lock before may have ended it.
    decide((await taskById(ctx.tx, taskId))!, locked),
  );
}

function noteOf(ctx: Ctx, text: string) {
  return messageBy(ctx.actor, { direction: 'internal', kind: 'note', text });
}

function assertHelps(ctx: Ctx, task: Found): void {
  if (task.agentId === ctx.actor.id || isAdmin(ctx.actor)) return;
  throw new Problem('forbidden', { detail: 'Only who was asked can answer a task.' });
}

/** The next of the help chain is asked the same, where the task was one of advice. */
export async function nextAdvice(
  ctx: Ctx,
  task: Found,
  { state, ctx: { now } }: Pick<Locked, 'state' | 'ctx'>,
) {
  const none = { facts: [], texts: {} };
  if (task.kind !== 'advice') return none;
  const agent = await adviserFor(ctx, state);
  if (!agent) return none;
  const id = newId();
  const due = await usualDue(ctx, agent, now);
  const asking = { id, kind: 'advice', agent, asker: task.askerId, due } as const;
  const facts = ask(state, asking, now);
  if (isRefusal(facts)) return none;
  return { facts, texts: task.what === null ? {} : { [id]: task.what } };
}
