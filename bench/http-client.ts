import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';

/** One connection to the API that stays open, as a browser's does. */
export class HttpClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #port: number;
  readonly #key: string;

  constructor(port: number, key: string) {
    this.#port = port;
    this.#key = key;
  }

  /** @throws Error for any answer but success */
  async send(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
    const sending = request({
      host: '127.0.0.1',
      port: this.#port,
      path,
      method,
      agent: this.#agent,
      headers: {
        authorization: `Bearer ${this.#key}`,
        ...(body && { 'content-type': 'application/json' }),
      },
    });
    sending.end(body && JSON.stringify(body));
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    const text = (await response.setEncoding('utf8').toArray()).join('');
    if (response.statusCode! >= 300) throw new Error(`${path}: ${response.statusCode} ${text}`);
    return JSON.parse(text);
  }

  close(): void {
    this.#agent.destroy();
  }
}
