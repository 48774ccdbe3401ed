import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound, unused } from '../../../platform/refusals.ts';
import { deleteChannelRow, listDoors, lockChannel } from '../store/channels.ts';

/**
 * Takes away a channel through which nothing ever came; the last one stays.
 * @throws Problem not_found, still_in_use
 */
export async function deleteChannel(ctx: Ctx, id: string): Promise<void> {
  const channel = await lockChannel(ctx.tx, id);
  if (!channel) throw notFound('channel');
  if ((await listDoors(ctx.tx)).length === 1) {
    throw new Problem('still_in_use', { detail: 'This is the only channel; mail needs one.' });
  }
  const detail = `Mail came in through ${channel.name}, or cases belong to it.`;
  await unused(detail, deleteChannelRow(ctx.tx, id));
}
