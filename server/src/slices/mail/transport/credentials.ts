import type { Deps } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { seal, unseal } from '../../../platform/sealed.ts';
import type { MailboxRow } from '../store/mailboxes.ts';
import { accessTokens } from './oauth/access-tokens.ts';
import type { TokenSource } from './oauth/token-request.ts';

/** The secrets with which Baton signs in somewhere, by the names under which they are sealed. */
export const secretNames = ['password', 'client_secret', 'refresh_token'] as const;
export type SecretName = (typeof secretNames)[number];

/** The same three, sealed. */
export type Seals = Pick<
  MailboxRow,
  'password_sealed' | 'client_secret_sealed' | 'refresh_token_sealed'
>;

/** How somebody signs in, as it lies in the tables of mailboxes and relays. */
export type SealedLogin = Seals &
  Pick<MailboxRow, 'auth' | 'token_url' | 'token_grant' | 'client_id' | 'scope'>;

/** Whose login it is, for example `mailbox:<id>`, and which of the settings it ever had. */
export type Holder = { owner: string; version: number };

export type Login = { password: string } | { accessToken: string };

/** Where a secret is kept: it opens nowhere else. */
export function placeOfSecret(owner: string, secret: SecretName): string {
  return `${owner}:${secret}`;
}

/**
 * The password, or an access token.
 * @param keep called with a new refresh token, sealed, before its access token is used
 * @throws CannotOpen; ChannelTrouble when there is no token to be had
 */
export async function openLogin(
  deps: Deps,
  { owner, version }: Holder,
  login: SealedLogin,
  keep: (fresh: string) => Promise<void>,
): Promise<Login> {
  const open = (sealed: string | null, secret: SecretName) =>
    sealed && unseal(deps.secrets, placeOfSecret(owner, secret), sealed);
  if (login.auth === 'password') {
    return { password: open(login.password_sealed, 'password') ?? '' };
  }
  const source: TokenSource = {
    url: login.token_url!,
    grant: login.token_grant as TokenSource['grant'],
    clientId: login.client_id!,
    clientSecret: open(login.client_secret_sealed, 'client_secret'),
    refreshToken: open(login.refresh_token_sealed, 'refresh_token'),
    scope: login.scope,
  };
  const now = await instant(deps.db, deps);
  const key = tokenKey({ owner, version });
  const accessToken = await accessTokens.get(deps.settings, key, source, now, (fresh) =>
    keep(seal(deps.secrets, placeOfSecret(owner, 'refresh_token'), fresh)),
  );
  return { accessToken };
}

/** An access token that the server refused, or that was got for a trial, is not used again. */
export function forgetToken(holder: Holder): void {
  accessTokens.forget(tokenKey(holder));
}

function tokenKey({ owner, version }: Holder): string {
  return `${owner}:${version}`;
}
