import type { mailboxTest } from '@baton/contract';
import type { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { newId } from '../../../platform/ids.ts';
import { notFound } from '../../../platform/refusals.ts';
import { channelById } from '../store/channels.ts';
import { type MailboxRow, mailboxOf } from '../store/mailboxes.ts';
import type { ChannelTrouble } from '../transport/channel-trouble.ts';
import { forgetToken } from '../transport/imap/login.ts';
import { testMailbox, type Tried } from '../transport/imap/test-mailbox.ts';
import { tryRelay } from './try-relay.ts';
import { columnsOf } from './mailbox-settings.ts';

export type Tested = { mailbox: Tried | null; relay: { trouble: ChannelTrouble | null } | null };

/**
 * Tries a mailbox before it is saved. Of a channel that has one already, secrets that are left out
 * are its own, as when saving.
 * @throws Problem invalid_request
 */
export async function tryMailbox(
  deps: Deps,
  { channel, ...settings }: z.output<typeof mailboxTest>,
): Promise<Tested> {
  const before = channel === undefined ? null : await mailboxOf(deps.db, channel);
  const id = channel ?? newId();
  const now = await instant(deps.db, deps);
  const columns = columnsOf(deps.secrets, id, before, settings, now);
  // A version that no mailbox has: these settings get a token of their own.
  const asked = { ...before, ...columns, channel_id: id, version: 0 } as MailboxRow;
  forgetToken(asked);
  try {
    return { mailbox: await testMailbox(deps, asked), relay: null };
  } finally {
    forgetToken(asked);
  }
}

/**
 * Tries a channel as it is: its mailbox, where it has one, and the relay by which its mail leaves.
 * @throws Problem not_found
 */
export async function testChannel(deps: Deps, id: string): Promise<Tested> {
  const channel = await channelById(deps.db, id);
  if (!channel) throw notFound('channel');
  const mailbox = await mailboxOf(deps.db, id);
  const [tried, trouble] = await Promise.all([
    mailbox && testMailbox(deps, mailbox),
    tryRelay(deps, channel.brandId),
  ]);
  return { mailbox: tried, relay: { trouble } };
}
