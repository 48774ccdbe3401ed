import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { recordDelivery } from '../../cases/index.ts';
import { lockOutboundOf, setFate } from '../store/outbound.ts';

/** A message was taken back by its writer: the outbox says so, whatever it waited for. */
export async function withdrawOutbound(deps: Deps, messageId: string): Promise<void> {
  await runCommand(deps, baton, async (ctx) => {
    const row = await lockOutboundOf(ctx.tx, messageId);
    if (!row || (row.state !== 'queued' && row.state !== 'held')) return;
    await setFate(ctx.tx, row.id, 'withdrawn', null);
    const fate = { outboundId: row.id, state: 'withdrawn', reason: null } as const;
    await recordDelivery(ctx, { messageId, ...fate });
  });
}
