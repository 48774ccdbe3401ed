import { lookup } from 'node:dns/promises';
import { plus } from '../../../../kernel/instant.ts';
import { ChannelTrouble, troubleOf } from '../channel-trouble.ts';
import { isInside } from '../inside.ts';

/** How access tokens are asked for (RFC 6749 §6 and §4.4). */
export type TokenSource = {
  /** The token endpoint. */
  url: string;
  grant: 'refresh_token' | 'client_credentials';
  clientId: string;
  /** Null for public clients. */
  clientSecret: string | null;
  /** For the grant of that name. */
  refreshToken: string | null;
  scope: string | null;
};

export type Token = {
  accessToken: string;
  expiresAt: Date;
  /** Another refresh token, which takes the place of the one that was used. */
  refreshToken: string | null;
};

const withinMs = 15_000;
/** RFC 6749 §5.1 only recommends saying how long a token lives. */
const usualSeconds = 300;

/**
 * Asks a token endpoint for an access token.
 * @throws ChannelTrouble refused_grant when it says no, token_endpoint when there is no answer
 */
export async function requestToken(source: TokenSource, now: Date): Promise<Token> {
  await mustBeSafe(source.url);
  const answer = await send(source);
  const said = (await answer.json().catch(() => null)) as Record<string, unknown> | null;
  const token = said?.['access_token'];
  if (!answer.ok || typeof token !== 'string' || token === '') {
    const words = [said?.['error'], said?.['error_description']].filter(
      (word) => typeof word === 'string',
    );
    const refused = answer.status >= 400 && answer.status < 500 && words.length > 0;
    throw new ChannelTrouble(
      refused ? 'refused_grant' : 'token_endpoint',
      words.join(': ') || `HTTP ${answer.status}`,
    );
  }
  const seconds = Number(said?.['expires_in']);
  const fresh = said?.['refresh_token'];
  return {
    accessToken: token,
    expiresAt: plus(now, 1000 * (seconds > 0 ? seconds : usualSeconds)),
    refreshToken:
      typeof fresh === 'string' && fresh !== '' && fresh !== source.refreshToken ? fresh : null,
  };
}

async function send(source: TokenSource): Promise<Response> {
  const form = new URLSearchParams({ grant_type: source.grant, client_id: source.clientId });
  if (source.grant === 'refresh_token') form.set('refresh_token', source.refreshToken ?? '');
  if (source.clientSecret !== null) form.set('client_secret', source.clientSecret);
  if (source.scope !== null) form.set('scope', source.scope);
  try {
    return await fetch(source.url, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json' },
      // Elsewhere nobody is to get what we send.
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
    });
  } catch (error) {
    const { said } = troubleOf(error instanceof Error ? (error.cause ?? error) : error);
    throw new ChannelTrouble('token_endpoint', said, error);
  }
}

/** Without TLS only to this machine and to private networks. */
async function mustBeSafe(address: string): Promise<void> {
  const url = new URL(address);
  if (url.protocol === 'https:') return;
  const found = await lookup(url.hostname.replace(/^\[(.*)\]$/, '$1'), { all: true }).catch(
    (error: unknown) => {
      throw new ChannelTrouble('token_endpoint', troubleOf(error).said, error);
    },
  );
  if (!found.every((one) => isInside(one.address))) {
    throw new ChannelTrouble('plain_outside', url.hostname);
  }
}
