import { isRefusal } from '../../../kernel/decision.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { takeBackWriting } from '../../writing/index.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { withdraw } from '../rules/withdraw.ts';
import { lockMessage, setWithdrawn } from '../store/messages.ts';
import { eventsSoFar } from '../store/read.ts';
import { taskById } from '../store/tasks.ts';
import { restoreDraft } from './restore-draft.ts';

/**
 * Whoever wrote a reply or solution takes it back before it has left; its words are their draft
 * again. What happened stays written down; the customer never hears of it.
 * @throws Problem `too_late` once it may have left; `wrong_status` where the case was changed or
 *   answered to meanwhile; `not_found` for a message that is not theirs
 */
export async function withdrawMessage(ctx: Ctx, input: OnCase & { message: string }) {
  await changeCase(ctx, input, 'withdraw', async ({ ctx: { now } }) => {
    const row = await lockMessage(ctx.tx, input.message);
    const own = row?.case_id === input.caseId && row.author_id === ctx.actor.id;
    if (!row || !own || row.direction !== 'out') throw notFound('message of yours');
    if (row.withdrawn_at) {
      throw new Problem('wrong_status', { detail: 'It was taken back already.' });
    }
    const sent = { id: row.id, seq: row.seq, kind: row.kind, notBefore: row.not_before };
    const events = await eventsSoFar(ctx.tx, input.caseId);
    const { decision, again } = withdraw(events, sent, now, newId);
    if (isRefusal(decision)) return { decision };
    await setWithdrawn(ctx.tx, row.id, now);
    await restoreDraft(ctx, row, await takeBackWriting(ctx, row.id));
    const asked = await Promise.all(
      again.map(async ({ fact, insteadOf }) => [
        fact.task,
        (await taskById(ctx.tx, insteadOf))?.what,
      ]),
    );
    const taskTexts = Object.fromEntries(asked.filter(([, what]) => typeof what === 'string'));
    return { decision, parts: { taskTexts } };
  });
}
