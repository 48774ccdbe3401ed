import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Whose account it is, and how they proved it to the provider. */
export type Account = { email: string; verified: boolean; amr?: string[] };

/**
 * A real OpenID Connect provider on loopback, at which somebody is signed in without being asked; or,
 * with pages of its own, whoever types a mail address there and any password.
 */
export class IdentityProvider {
  /** Who comes by; null: they refuse. */
  account: Account | null = { email: 'ana@example.org', verified: true };
  issuer = '';
  readonly #server: Server;
  #provider!: Provider;

  constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async start(redirectUri: string, { pages = false } = {}): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.issuer = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    this.#provider = new Provider(this.issuer, {
      clients: [
        { client_id: 'baton', client_secret: 'client-secret', redirect_uris: [redirectUri] },
      ],
      claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
      features: { devInteractions: { enabled: pages } },
      ...(pages ? {} : { interactions: { url: () => '/interaction' } }),
      findAccount: (_: unknown, id: string) => ({
        accountId: id,
        claims: () => {
          const { email, verified } = this.account ?? { email: id, verified: true };
          return { sub: id, email: pages ? id : email, email_verified: verified };
        },
      }),
      cookies: { keys: ['the provider of a test'] },
    });
    return this.issuer;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== '/interaction') {
      this.#provider.callback()(request, response);
      return;
    }
    await this.#provider.interactionDetails(request, response);
    await this.#provider.interactionFinished(request, response, await this.#result());
  }

  async #result(): Promise<object> {
    if (!this.account) return { error: 'access_denied', error_description: 'They said no.' };
    const accountId = 'account-1';
    const grant = new this.#provider.Grant({ accountId, clientId: 'baton' });
    grant.addOIDCScope('openid email');
    const login = { accountId, amr: this.account.amr ?? ['pwd'] };
    return { login, consent: { grantId: await grant.save() } };
  }

  /** Goes through the provider's pages as a browser does. @returns where it is sent back to */
  async visit(address: string): Promise<URL> {
    const cookies = new Map<string, string>();
    let url = new URL(address);
    while (url.origin === this.issuer) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = set.split(';', 1)[0]!.split('=', 2);
        cookies.set(name, value);
      }
      const next = answer.headers.get('location');
      if (next === null) throw new Error(`the provider stopped: ${await answer.text()}`);
      url = new URL(next, url);
    }
    return url;
  }
}
