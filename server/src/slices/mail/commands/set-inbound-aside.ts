import type { AsideReason } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { setAside } from '../../cases/index.ts';
import { unknownSender } from '../rules/address.ts';
import { recordActs } from '../store/inbound-acts.ts';
import { lockInbound, settleAside } from '../store/inbound.ts';

/**
 * A person sets a message aside as a whole: one that waits, or is held, gets no case; of one that
 * opened a case the case is set aside, and the account goes on saying that it opened one.
 * @throws Problem wrong_status for one that joined a case or stands apart already, or whose case is
 *   not in work; not_owner where the case is not the actor's to set aside
 */
export async function setInboundAside(
  ctx: Ctx,
  inboundId: string,
  reason: AsideReason,
): Promise<void> {
  const row = await lockInbound(ctx.tx, inboundId);
  if (row?.outcome === 'opened' && row.caseId) {
    await setAside(ctx, { caseId: row.caseId, reason });
  } else if (row?.outcome === 'processing' || row?.outcome === 'held') {
    const sender = row.sender ?? (row.envelopeFrom || unknownSender);
    await settleAside(ctx.tx, inboundId, { reason, sender, decidedAt: ctx.now });
  } else {
    throw new Problem('wrong_status', {
      detail: 'Only a message that waits, is held, or opened a case can be set aside as a whole.',
    });
  }
  const { outcome, reason: was } = row;
  await recordActs(ctx, 'set_aside', [{ id: inboundId, outcome, reason: was }]);
}
