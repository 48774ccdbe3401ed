import type { Ctx } from '../../../platform/context.ts';
import { changeOf } from '../change.ts';
import { lockCase } from '../change-case.ts';
import { type Delivery, setDelivery } from '../store/messages.ts';
import { writeChanges } from '../store/write.ts';

/**
 * What became of an outgoing message, kept on the case (invariant 9). One that did not reach the
 * customer becomes an event, so that whoever holds the case sees it.
 */
export async function recordDelivery(ctx: Ctx, input: Delivery): Promise<void> {
  const message = await setDelivery(ctx.tx, input, ctx.now);
  if (!message || message.was === input.state) return;
  const { state } = input;
  if (state !== 'refused' && state !== 'bounced') return;
  const locked = await lockCase(ctx, message.caseId);
  const change = changeOf(
    locked.state,
    message.caseId,
    [{ kind: 'delivery_failed', message: input.messageId, state }],
    locked.ctx,
  );
  await writeChanges(ctx.tx, [change]);
}
