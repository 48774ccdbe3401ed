import type { MailboxSettings } from '@baton/contract';
import type { Secrets } from '../../../platform/secret.ts';
import { invalid } from '../../../platform/refusals.ts';
import type { MailboxRow, MailboxSettings as Columns } from '../store/mailboxes.ts';
import { ownerOfMailbox } from '../transport/imap/login.ts';
import { loginColumns } from './credentials.ts';

/**
 * The columns of a mailbox as it is to be, its secrets sealed, or kept as `loginColumns` says.
 * @throws Problem invalid_request when a secret is needed, or the folder to move to
 */
export function columnsOf(
  secrets: Secrets,
  channelId: string,
  before: Columns | null,
  settings: MailboxSettings,
  now: Date,
): Columns {
  const { host, port, security, username, folder, afterReading, moveTo } = settings;
  if (afterReading === 'move' && moveTo === null) {
    throw invalid('body.moveTo', 'folder_needed');
  }
  return {
    host,
    port,
    security,
    username,
    folder,
    after_reading: afterReading,
    move_to: afterReading === 'move' ? moveTo : null,
    ...loginColumns(secrets, ownerOfMailbox(channelId), before, settings, now),
  };
}

/** Whether settings name another folder than before, in which nothing was read yet. */
export function isAnotherFolder(before: MailboxRow, after: Columns): boolean {
  return (['host', 'username', 'folder'] as const).some((name) => before[name] !== after[name]);
}
