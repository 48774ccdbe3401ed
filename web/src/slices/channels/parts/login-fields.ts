import type { MailboxSettings, ShownLogin } from '@baton/contract';

/** The form of a login as it is typed: all texts. Secrets are empty where they stay as they are. */
export type LoginFields = Record<
  | 'kind'
  | 'password'
  | 'tokenUrl'
  | 'grant'
  | 'clientId'
  | 'clientSecret'
  | 'refreshToken'
  | 'scope',
  string
>;

export function loginFieldsOf(login: ShownLogin | undefined): LoginFields {
  const oauth2 = login?.kind === 'oauth2' ? login : null;
  return {
    kind: login?.kind ?? 'password',
    password: '',
    tokenUrl: oauth2?.tokenUrl ?? '',
    grant: oauth2?.grant ?? 'refresh_token',
    clientId: oauth2?.clientId ?? '',
    clientSecret: '',
    refreshToken: '',
    scope: oauth2?.scope ?? '',
  };
}

/** What is sent of it. */
export function loginOf(fields: LoginFields): MailboxSettings['login'] {
  const { password, tokenUrl, clientId, clientSecret, refreshToken, scope } = fields;
  if (fields.kind === 'password') return { kind: 'password', ...(password ? { password } : {}) };
  const refreshing = fields.grant === 'refresh_token';
  return {
    kind: 'oauth2',
    tokenUrl: tokenUrl.trim(),
    grant: refreshing ? 'refresh_token' : 'client_credentials',
    clientId,
    ...(clientSecret ? { clientSecret } : {}),
    ...(refreshing && refreshToken ? { refreshToken } : {}),
    scope: scope || null,
  };
}
