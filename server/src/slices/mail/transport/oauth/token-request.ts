import { plus } from '../../../../kernel/instant.ts';
import { type Answer, fetchOutside, RefusedAddress } from '../../../../platform/fetch-outside.ts';
import type { Settings as AllSettings } from '../../../../platform/settings.ts';
import { ChannelTrouble, troubleOf } from '../channel-trouble.ts';

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

type Settings = Pick<AllSettings, 'fetchInside'>;

/** RFC 6749 §5.1 only recommends saying how long a token lives. */
const usualSeconds = 300;

/**
 * Asks a token endpoint for an access token.
 * @throws ChannelTrouble refused_grant when it says no, token_endpoint when there is no answer
 */
export async function requestToken(
  settings: Settings,
  source: TokenSource,
  now: Date,
): Promise<Token> {
  const answer = await send(settings, source);
  const ok = answer.status >= 200 && answer.status < 300;
  const said = jsonIn(answer.text);
  const token = said?.['access_token'];
  if (!ok || typeof token !== 'string' || token === '') {
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

async function send(settings: Settings, source: TokenSource): Promise<Answer> {
  const form = new URLSearchParams({ grant_type: source.grant, client_id: source.clientId });
  if (source.grant === 'refresh_token') form.set('refresh_token', source.refreshToken ?? '');
  if (source.clientSecret !== null) form.set('client_secret', source.clientSecret);
  if (source.scope !== null) form.set('scope', source.scope);
  const headers = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  };
  try {
    const ask = { method: 'POST', headers, body: form.toString() } as const;
    return await fetchOutside(settings, source.url, ask);
  } catch (error) {
    if (error instanceof RefusedAddress && error.code === 'not_encrypted') {
      throw new ChannelTrouble('plain_outside', error.message, error);
    }
    throw new ChannelTrouble('token_endpoint', troubleOf(error).said, error);
  }
}

function jsonIn(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown> | null;
  } catch {
    return null;
  }
}
