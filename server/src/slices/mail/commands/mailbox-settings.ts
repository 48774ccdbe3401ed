import type { MailboxSettings } from '@baton/contract';
import type { Secrets } from '../../../platform/secret.ts';
import { invalid } from '../../../platform/refusals.ts';
import { seal } from '../../../platform/sealed.ts';
import type { MailboxRow, MailboxSettings as Columns } from '../store/mailboxes.ts';
import { type MailboxSecret, placeOfSecret } from '../transport/imap/login.ts';

type Before = Columns | null;

/**
 * The columns of a mailbox as it is to be, its secrets sealed. Those left out stay as they were, but
 * only for the server, user and token endpoint that they were given for: nobody who may change
 * settings can have a stored secret sent elsewhere.
 * @throws Problem invalid_request when a secret is needed, or the folder to move to
 */
export function columnsOf(
  secrets: Secrets,
  channelId: string,
  before: Before,
  settings: MailboxSettings,
  now: Date,
): Columns {
  const { host, port, security, username, folder, afterReading, moveTo } = settings;
  if (afterReading === 'move' && moveTo === null) {
    throw invalid('body.moveTo', 'names the folder to which messages are moved');
  }
  const columns = {
    host,
    port,
    security,
    username,
    folder,
    after_reading: afterReading,
    move_to: afterReading === 'move' ? moveTo : null,
    ...loginColumns(secrets, channelId, before, settings),
  };
  const same = secretColumns.every((name) => before?.[name] === columns[name]);
  return { ...columns, secret_set_at: same && before ? before.secret_set_at : now };
}

const secretColumns = ['password_sealed', 'client_secret_sealed', 'refresh_token_sealed'] as const;
const noLogin = {
  password_sealed: null,
  token_url: null,
  token_grant: null,
  client_id: null,
  client_secret_sealed: null,
  refresh_token_sealed: null,
  scope: null,
};

function loginColumns(
  secrets: Secrets,
  channelId: string,
  before: Before,
  settings: MailboxSettings,
) {
  const { login } = settings;
  const secret = (given: string | undefined, name: MailboxSecret) => {
    if (given !== undefined) return seal(secrets, placeOfSecret(channelId, name), given);
    return isForTheSame(before, settings) ? before![`${name}_sealed`] : null;
  };
  if (login.kind === 'password') {
    const password_sealed = secret(login.password, 'password');
    if (password_sealed === null) throw invalid('body.login.password', 'must be given');
    return { ...noLogin, auth: 'password', password_sealed };
  }
  const client_secret_sealed = secret(login.clientSecret, 'client_secret');
  const refresh_token_sealed =
    login.grant === 'refresh_token' ? secret(login.refreshToken, 'refresh_token') : null;
  if (login.grant === 'refresh_token' && refresh_token_sealed === null) {
    throw invalid('body.login.refreshToken', 'must be given');
  }
  if (login.grant === 'client_credentials' && client_secret_sealed === null) {
    throw invalid('body.login.clientSecret', 'must be given');
  }
  return {
    ...noLogin,
    auth: 'oauth2',
    token_url: login.tokenUrl,
    token_grant: login.grant,
    client_id: login.clientId,
    client_secret_sealed,
    refresh_token_sealed,
    scope: login.scope,
  };
}

/** Whether stored secrets may be used with these settings. */
function isForTheSame(before: Before, { host, port, username, security, login }: MailboxSettings) {
  if (!before) return false;
  const asSafe = security !== 'plain' || before.security === 'plain';
  const server = before.host === host && before.port === port && before.username === username;
  if (login.kind === 'password') return before.auth === 'password' && server && asSafe;
  const { token_url: url, client_id: clientId } = before;
  const endpoint = url === login.tokenUrl && clientId === login.clientId;
  return before.auth === 'oauth2' && server && asSafe && endpoint;
}

/** Whether settings name another folder than before, in which nothing was read yet. */
export function isAnotherFolder(before: MailboxRow, after: Columns): boolean {
  return (['host', 'username', 'folder'] as const).some((name) => before[name] !== after[name]);
}
