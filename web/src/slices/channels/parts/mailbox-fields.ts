import type { Mailbox, MailboxSettings } from '@baton/contract';

/** The form of a mailbox as it is typed: all texts. Secrets are empty where they stay as they are. */
export type MailboxFields = Record<
  | 'host'
  | 'port'
  | 'security'
  | 'username'
  | 'folder'
  | 'afterReading'
  | 'moveTo'
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

export function fieldsOf(mailbox: Mailbox | undefined, address: string): MailboxFields {
  const login = mailbox?.login;
  const oauth2 = login?.kind === 'oauth2' ? login : null;
  return {
    host: mailbox?.host ?? '',
    port: String(mailbox?.port ?? 993),
    security: mailbox?.security ?? 'tls',
    username: mailbox?.username ?? address,
    folder: mailbox?.folder ?? 'INBOX',
    afterReading: mailbox?.afterReading ?? 'leave',
    moveTo: mailbox?.moveTo ?? '',
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
export function settingsOf(fields: MailboxFields): MailboxSettings {
  return {
    host: fields.host.trim(),
    port: Number(fields.port),
    security: fields.security as MailboxSettings['security'],
    username: fields.username,
    folder: fields.folder,
    afterReading: fields.afterReading as MailboxSettings['afterReading'],
    moveTo: fields.moveTo || null,
    login: loginOf(fields),
  };
}

function loginOf(fields: MailboxFields): MailboxSettings['login'] {
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
