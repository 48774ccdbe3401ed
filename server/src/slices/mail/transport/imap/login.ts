import type { Deps } from '../../../../platform/context.ts';
import { instant } from '../../../../platform/db.ts';
import { seal, unseal } from '../../../../platform/sealed.ts';
import { keepRefreshToken, type MailboxRow } from '../../store/mailboxes.ts';
import { accessTokens } from '../oauth/access-tokens.ts';
import type { TokenSource } from '../oauth/token-request.ts';
import type { ImapServer, Login } from './connect.ts';

/** The secrets of a mailbox, by the names under which they are sealed. */
export type MailboxSecret = 'password' | 'client_secret' | 'refresh_token';

/** Where a secret of a mailbox is kept: it opens nowhere else. */
export function placeOfSecret(channelId: string, secret: MailboxSecret): string {
  return `mailbox:${channelId}:${secret}`;
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
  const open = (sealed: string | null, secret: MailboxSecret) =>
    sealed && unseal(deps.secrets, placeOfSecret(mailbox.channel_id, secret), sealed);
  if (mailbox.auth === 'password') {
    return { password: open(mailbox.password_sealed, 'password') ?? '' };
  }
  const source: TokenSource = {
    url: mailbox.token_url!,
    grant: mailbox.token_grant as TokenSource['grant'],
    clientId: mailbox.client_id!,
    clientSecret: open(mailbox.client_secret_sealed, 'client_secret'),
    refreshToken: open(mailbox.refresh_token_sealed, 'refresh_token'),
    scope: mailbox.scope,
  };
  const now = await instant(deps.db, deps);
  const accessToken = await accessTokens.get(tokenKey(mailbox), source, now, (fresh) => {
    const { channel_id: id, refresh_token_sealed: used } = mailbox;
    const sealed = seal(deps.secrets, placeOfSecret(id, 'refresh_token'), fresh);
    return keepRefreshToken(deps.db, id, used, sealed);
  });
  return { accessToken };
}

/** An access token that the server refused, or that was got for a trial, is not used again. */
export function forgetToken(mailbox: MailboxRow): void {
  accessTokens.forget(tokenKey(mailbox));
}

function tokenKey({ channel_id: id, version }: MailboxRow): string {
  return `mailbox:${id}:${version}`;
}
