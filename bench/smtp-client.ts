import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A message as a mail server hands it on. */
export type Letter = { from: string; to: string; data: string };

/**
 * A connection of a mail server that sends one message after the other (RFC 5321), pipelining the
 * envelope (RFC 2920). A broken connection fails what was under way.
 */
export class SmtpClient {
  readonly #socket: Socket;
  readonly #replies: AsyncGenerator<string>;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.#replies = repliesOf(socket);
  }

  static async connect(port: number): Promise<SmtpClient> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await once(socket, 'connect');
    const client = new SmtpClient(socket);
    await client.#expect('220');
    await client.#say('EHLO sender.example\r\n', '250');
    return client;
  }

  /** Resolves when the message was acknowledged with 250; fails for every other answer. */
  async send({ from, to, data }: Letter): Promise<void> {
    this.#socket.write(`MAIL FROM:<${from}>\r\nRCPT TO:<${to}>\r\nDATA\r\n`);
    for (const code of ['250', '250', '354']) await this.#expect(code);
    await this.#say(`${data.replaceAll('\n.', '\n..')}\r\n.\r\n`, '250');
  }

  close(): void {
    this.#socket.destroy();
  }

  async #say(text: string, code: string): Promise<void> {
    this.#socket.write(text);
    await this.#expect(code);
  }

  async #expect(code: string): Promise<void> {
    const { value, done } = await this.#replies.next();
    if (done) throw new Error('the connection ended');
    if (!value.startsWith(code)) throw new Error(`expected ${code}, got: ${value}`);
  }
}

/** Complete replies: the last line of one has a space after its code. */
async function* repliesOf(socket: Socket): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of socket.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\r\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line[3] === ' ');
  }
}

/**
 * A letter of the usual size, with a Message-ID of its own. Each customer has a mail host of their
 * own: so many letters of one host at once would be held back.
 */
export function letter(name: string, customer: string): Letter {
  const from = `${customer}@${customer}.customer.example`;
  const to = 'help@company.example';
  const lines = [
    `Message-ID: <${name}@customer.example>`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `From: Maria Customer <${from}>`,
    `To: Help <${to}>`,
    `Subject: The bill of this month is wrong (${name})`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Good morning,',
    '',
    ...Array.from({ length: 20 }, () => 'you have charged me twice for the same thing this month.'),
    '',
    'Maria',
  ];
  return { from, to, data: lines.join('\r\n') };
}
