import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A token endpoint that gives tokens, and introspects them for Dovecot (RFC 6749, RFC 7662). */
export class TokenServer {
  readonly asked: Record<string, string>[] = [];
  /** The refresh token that is taken next; each is used once. */
  refreshToken = 'first-refresh-token';
  seconds = 3600;
  readonly #tokens = new Map<string, string>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = Object.fromEntries(new URLSearchParams(await text(request)));
    const [status, answer] =
      request.url === '/introspect' ? this.#introspect(form) : this.#give(form);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
  }

  /** From now on the tokens that were given are worth nothing. */
  revoke(): void {
    this.#tokens.clear();
  }

  /** Whether a token was given, and is worth something. */
  knows(token: string): boolean {
    return this.#tokens.has(token);
  }

  #introspect({ token = '' }): [number, object] {
    const username = this.#tokens.get(token);
    return [200, username ? { active: true, username } : { active: false }];
  }

  #give(form: Record<string, string>): [number, object] {
    this.asked.push(form);
    const refused = (error: string): [number, object] => [
      400,
      { error, error_description: 'Ask the owner again.' },
    ];
    if (form['client_id'] !== 'baton') return refused('invalid_client');
    const token = `token-${this.asked.length}`;
    this.#tokens.set(token, form['scope'] ?? '');
    const answer = { access_token: token, token_type: 'Bearer', expires_in: this.seconds };
    if (form['grant_type'] === 'client_credentials') {
      return form['client_secret'] === 'client-secret' ? [200, answer] : refused('invalid_client');
    }
    if (form['refresh_token'] !== this.refreshToken) return refused('invalid_grant');
    this.refreshToken = `refresh-token-${this.asked.length}`;
    return [200, { ...answer, refresh_token: this.refreshToken }];
  }
}
