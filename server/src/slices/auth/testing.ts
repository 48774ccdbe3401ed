import type { App } from '../../platform/http-types.ts';
import { type Ask, askAs, type Reply } from '../../../test/http.ts';
import { bytesOfBase32, codeOfStep, stepOf } from './one-time-codes.ts';

/** What an authenticator with this secret shows, now or so many steps of thirty seconds later. */
export function codeFor(secret: string, at: Date = new Date(), steps = 0): string {
  return codeOfStep(bytesOfBase32(secret), stepOf(at) + steps);
}

/** A browser: it asks as one of our own pages, and keeps the cookies that it is given. */
export class Browser {
  readonly #app: App;
  readonly cookies = new Map<string, string>();

  constructor(app: App) {
    this.#app = app;
  }

  readonly ask: Ask = async (method, url, body, headers = {}) => {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const who = { cookie, 'sec-fetch-site': 'same-origin', 'user-agent': 'Test browser' };
    const reply = await askAs(this.#app, who)(method, url, body, headers);
    this.#keep(reply);
    return reply;
  };

  #keep(reply: Reply): void {
    for (const set of [reply.headers['set-cookie'] ?? []].flat().map(String)) {
      const [pair = '', ...attributes] = set.split(';');
      const [name = '', value = ''] = pair.split('=', 2);
      const gone = value === '' || attributes.some((one) => /^ ?max-age=0$/i.test(one));
      if (gone) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** Sets up an authenticator, as whoever signs in for the first time has to. */
export async function enrol(
  browser: Browser,
  at: Date = new Date(),
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = (await browser.ask('POST', '/api/auth/authenticator')).body;
  const proved = await browser.ask('POST', '/api/auth/authenticator/proof', {
    code: codeFor(secret, at),
  });
  if (proved.status !== 200) throw new Error(JSON.stringify(proved.body));
  return { secret, recoveryCodes: proved.body.codes };
}
