import type { MailboxSettings } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { invalid, notFound } from '../../../platform/refusals.ts';
import { lockChannel } from '../store/channels.ts';
import {
  deleteMailbox,
  insertMailbox,
  lockMailbox,
  startMailboxAnew,
  updateMailbox,
} from '../store/mailboxes.ts';
import { columnsOf, isAnotherFolder } from './mailbox-settings.ts';

/**
 * From now on the mail of a channel is fetched from this mailbox: what arrives there from this
 * instant on. Another server, user or folder than before is read as if for the first time.
 * @throws Problem not_found, invalid_request
 */
export async function setMailbox(
  ctx: Ctx,
  channelId: string,
  settings: MailboxSettings,
): Promise<void> {
  const channel = await lockChannel(ctx.tx, channelId);
  if (!channel) throw notFound('channel');
  if (channel.address === null) {
    throw invalid('body', 'channel_without_address');
  }
  const before = await lockMailbox(ctx.tx, channelId);
  const columns = columnsOf(ctx.deps.secrets, channelId, before, settings, ctx.now);
  if (!before) {
    await insertMailbox(ctx.tx, { ...columns, channel_id: channelId, reading_since: ctx.now });
    return;
  }
  await updateMailbox(ctx.tx, channelId, columns);
  if (isAnotherFolder(before, columns)) await startMailboxAnew(ctx.tx, channelId, ctx.now);
}

/**
 * The mail of a channel is no longer fetched; what lies in the mailbox stays there.
 * @throws Problem not_found
 */
export async function removeMailbox(ctx: Ctx, channelId: string): Promise<void> {
  if (!(await deleteMailbox(ctx.tx, channelId))) throw notFound('mailbox');
}
