import type { MailboxSettings } from '@baton/contract';
import type { Secrets } from '../../../platform/secret.ts';
import { invalid } from '../../../platform/refusals.ts';
import { seal } from '../../../platform/sealed.ts';
import { placeOfSecret, type SealedLogin, type SecretName } from '../transport/credentials.ts';

/** The server and login of a mailbox or a relay, as they are stored. */
type Stored = SealedLogin & {
  host: string;
  port: number;
  security: string;
  username: string | null;
  secret_set_at: Date;
};

/** The same as people set them; `none`: nobody signs in. */
type Given = Pick<MailboxSettings, 'host' | 'port' | 'security'> & {
  username: string | null;
  login: MailboxSettings['login'] | { kind: 'none' };
};

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

/**
 * The columns of a login as it is to be, its secrets sealed. Those left out stay as they were, but
 * only for the server, user and token endpoint that they were given for: nobody who may change
 * settings can have a stored secret sent elsewhere.
 * @param owner as whose the secrets are sealed
 * @throws Problem invalid_request when a secret is needed
 */
export function loginColumns(
  secrets: Secrets,
  owner: string,
  before: Stored | null,
  settings: Given,
  now: Date,
): SealedLogin & { secret_set_at: Date } {
  const secret = (given: string | undefined, name: SecretName) => {
    if (given !== undefined) return seal(secrets, placeOfSecret(owner, name), given);
    return before && isForTheSame(before, settings) ? before[`${name}_sealed`] : null;
  };
  const columns = columnsOf(settings.login, secret);
  const same = secretColumns.every((name) => before?.[name] === columns[name]);
  return { ...columns, secret_set_at: same && before ? before.secret_set_at : now };
}

function columnsOf(
  login: Given['login'],
  secret: (given: string | undefined, name: SecretName) => string | null,
): SealedLogin {
  if (login.kind === 'none') return { ...noLogin, auth: 'none' };
  if (login.kind === 'password') {
    const password_sealed = secret(login.password, 'password');
    if (password_sealed === null) throw invalid('body.login.password', 'required');
    return { ...noLogin, auth: 'password', password_sealed };
  }
  const client_secret_sealed = secret(login.clientSecret, 'client_secret');
  const refresh_token_sealed =
    login.grant === 'refresh_token' ? secret(login.refreshToken, 'refresh_token') : null;
  if (login.grant === 'refresh_token' && refresh_token_sealed === null) {
    throw invalid('body.login.refreshToken', 'required');
  }
  if (login.grant === 'client_credentials' && client_secret_sealed === null) {
    throw invalid('body.login.clientSecret', 'required');
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
function isForTheSame(before: Stored, { host, port, username, security, login }: Given) {
  const asSafe = security !== 'plain' || before.security === 'plain';
  const server = before.host === host && before.port === port && before.username === username;
  if (before.auth !== login.kind || !server || !asSafe) return false;
  if (login.kind !== 'oauth2') return true;
  const { token_url: url, client_id: clientId } = before;
  return url === login.tokenUrl && clientId === login.clientId;
}
