import type { Deps } from '../../../../platform/context.ts';
import { keepRefreshToken, type MailboxRow } from '../../store/mailboxes.ts';
import { forgetToken as forget, type Login, openLogin } from '../credentials.ts';
import type { ImapServer } from './connect.ts';

/** As whose its secrets are sealed. */
export function ownerOfMailbox(channelId: string): string {
  return `mailbox:${channelId}`;
}

export function serverOf(mailbox: Pick<MailboxRow, keyof ImapServer>): ImapServer {
  const { host, port, username } = mailbox;
  return { host, port, username, security: mailbox.security as ImapServer['security'] };
}

/**
 * The password of a mailbox, or an access token for it.
 * @throws CannotOpen; ChannelTrouble when there is no token to be had
 */
export async function loginOf(deps: Deps, mailbox: MailboxRow): Promise<Login> {
  const { channel_id: id, refresh_token_sealed: used } = mailbox;
  return openLogin(deps, holderOf(mailbox), mailbox, (fresh) =>
    keepRefreshToken(deps.db, id, used, fresh),
  );
}

/** An access token that the server refused, or that was got for a trial, is not used again. */
export function forgetToken(mailbox: MailboxRow): void {
  forget(holderOf(mailbox));
}

function holderOf({ channel_id: id, version }: MailboxRow) {
  return { owner: ownerOfMailbox(id), version };
}
