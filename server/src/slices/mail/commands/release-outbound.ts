import { between } from '../../../kernel/instant.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { addWork } from '../../../platform/work.ts';
import { caseForMail, recordDelivery } from '../../cases/index.ts';
import { tooOldMs } from '../rules/budget.ts';
import { lockOutbound, setFate } from '../store/outbound.ts';
import { mayLeave } from '../store/relays.ts';
import { sendWork } from './put-in-outbox.ts';

/**
 * Sends one message that was held because no relay was set.
 * @throws Problem not_found; wrong_status when it is not held, no relay is set, or it is an
 * automatic one older than 48 hours
 */
export async function releaseOutbound(ctx: Ctx, id: string): Promise<void> {
  const row = await lockOutbound(ctx.tx, id);
  if (!row) throw new Problem('not_found', { detail: 'There is no such message in the outbox.' });
  if (row.state !== 'held') {
    throw new Problem('wrong_status', { detail: `The message is not held; it is ${row.state}.` });
  }
  const about = await caseForMail(ctx.tx, { id: row.case_id });
  if (!about || !(await mayLeave(ctx.tx, ctx.deps.settings.smtpUrl, about.brandId))) {
    throw new Problem('wrong_status', {
      detail:
        'The brand of this message has no relay, so it cannot leave. Set one, then release it.',
    });
  }
  if (row.automatic && between(row.created_at, ctx.now) > tooOldMs) {
    throw new Problem('wrong_status', {
      detail: 'This was written by Baton itself more than 48 hours ago and would only confuse now.',
    });
  }
  await setFate(ctx.tx, id, 'queued', null);
  await recordDelivery(ctx, {
    messageId: row.message_id,
    outboundId: id,
    state: 'queued',
    reason: null,
  });
  await addWork(ctx.tx, [sendWork(id)]);
}
