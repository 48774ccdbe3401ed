import { minuteMs } from '../../../../kernel/duration.ts';
import { between } from '../../../../kernel/instant.ts';
import type { Settings } from '../../../../platform/settings.ts';
import { requestToken, type Token, type TokenSource } from './token-request.ts';

/** A token is not used any more this long before its end. */
const shortlyMs = minuteMs;

/**
 * Access tokens in memory, each until shortly before its end. Who asks at the same time waits for
 * the same answer.
 */
export class AccessTokens {
  readonly #known = new Map<string, Promise<Token>>();

  /**
   * @param key of who signs in and with what, for example `mailbox:<id>:<version>`
   * @param keep called with a new refresh token before anybody gets the access token
   * @throws ChannelTrouble
   */
  async get(
    settings: Pick<Settings, 'fetchInside'>,
    key: string,
    source: TokenSource,
    now: Date,
    keep: (refreshToken: string) => Promise<void>,
  ): Promise<string> {
    const known = this.#known.get(key);
    if (known) {
      const token = await known;
      if (between(now, token.expiresAt) > shortlyMs) return token.accessToken;
      if (this.#known.get(key) !== known) return this.get(settings, key, source, now, keep);
    }
    const asked = requestToken(settings, source, now).then(async (fresh) => {
      if (fresh.refreshToken !== null) await keep(fresh.refreshToken);
      return fresh;
    });
    this.#known.set(key, asked);
    asked.catch(() => {
      if (this.#known.get(key) === asked) this.#known.delete(key);
    });
    return (await asked).accessToken;
  }

  /** The server refused it: the next is a new one. */
  forget(key: string): void {
    this.#known.delete(key);
  }
}

/** Those of this server. */
export const accessTokens = new AccessTokens();
