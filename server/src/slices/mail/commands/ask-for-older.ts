import { between } from '../../../kernel/instant.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { invalid, notFound } from '../../../platform/refusals.ts';
import { askForOlder } from '../store/mailbox-progress.ts';
import { lockMailbox } from '../store/mailboxes.ts';

/**
 * Fetches mail that arrived before the mailbox was connected, from an instant on; nothing automatic
 * answers it. Asked for again it begins anew, and takes nothing twice.
 * @throws Problem not_found; invalid_request for what is fetched anyway; wrong_status while earlier
 * requests are still being fetched
 */
export async function requestOlderMail(ctx: Ctx, channelId: string, since: Date): Promise<void> {
  const mailbox = await lockMailbox(ctx.tx, channelId);
  if (!mailbox) throw notFound('mailbox');
  if (between(since, mailbox.reading_since) <= 0) {
    throw invalid('body.since', 'after_connecting');
  }
  if (mailbox.older_asked_at !== null && mailbox.older_finished_at === null) {
    throw new Problem('wrong_status', { detail: 'Older mail is being fetched already.' });
  }
  await askForOlder(ctx.tx, channelId, { since, at: ctx.now });
}
