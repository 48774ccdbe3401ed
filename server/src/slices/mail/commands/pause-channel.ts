import type { Ctx } from '../../../platform/context.ts';
import { notFound } from '../../../platform/refusals.ts';
import { lockChannel, updateChannel } from '../store/channels.ts';
import { noteUnread } from '../store/mailbox-progress.ts';

/**
 * Pauses a channel, or resumes it. While it is paused its mailbox is not read, and whoever brings
 * mail by SMTP is asked to come again (450): they keep it, so that nothing is lost.
 * @throws Problem not_found
 */
export async function pauseChannel(ctx: Ctx, id: string, paused: boolean): Promise<void> {
  const channel = await lockChannel(ctx.tx, id);
  if (!channel) throw notFound('channel');
  if ((channel.pausedAt !== null) === paused) return;
  await updateChannel(ctx.tx, { ...channel, pausedAt: paused ? ctx.now : null });
  if (!paused) await noteUnread(ctx.tx, id);
}
