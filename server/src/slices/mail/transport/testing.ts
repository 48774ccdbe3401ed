import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** What the server answered: its code, and all its lines. */
export type Answer = { code: number; text: string };

/** A sender that says to an SMTP server exactly what a test wants, right or wrong. */
export class SmtpClient {
  readonly #socket: Socket;
  readonly #lines: AsyncIterator<string>;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.#lines = createInterface({ input: socket })[Symbol.asyncIterator]();
    socket.on('error', () => {});
  }

  /** Connects and greets. */
  static async open(port: number): Promise<SmtpClient> {
    const socket = connect(port, '127.0.0.1');
    const client = new SmtpClient(socket);
    await client.answer();
    await client.say('EHLO client.test');
    return client;
  }

  async say(line: string): Promise<Answer> {
    this.#socket.write(`${line}\r\n`);
    return this.answer();
  }

  async answer(): Promise<Answer> {
    const lines: string[] = [];
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done) return { code: 0, text: 'connection closed' };
      lines.push(value);
      if (value[3] !== '-') return { code: Number(value.slice(0, 3)), text: lines.join('\n') };
    }
  }

  /** Sends a message to recipients, with `parameters` of MAIL such as SMTPUTF8; gives the answer to the message or to the first refusal. */
  async send(
    message: Buffer | string,
    to: string[],
    from = 'maria@customer.test',
    parameters = '',
  ): Promise<Answer> {
    await this.say(`MAIL FROM:<${from}>${parameters}`);
    for (const recipient of to) {
      const answer = await this.say(`RCPT TO:<${recipient}>`);
      if (answer.code !== 250) return answer;
    }
    const ready = await this.say('DATA');
    if (ready.code !== 354) return ready;
    return this.data(message);
  }

  /** The bytes of a message, its dots doubled, and the end of it. */
  async data(message: Buffer | string): Promise<Answer> {
    const text = Buffer.from(message as string).toString('latin1');
    const stuffed = Buffer.from(text.replace(/(^|\n)\./g, '$1..'), 'latin1');
    const end = text.endsWith('\r\n') || text === '' ? '.\r\n' : '\r\n.\r\n';
    await this.write(Buffer.concat([stuffed, Buffer.from(end)]));
    return this.answer();
  }

  /** Writes bytes as they are. */
  async write(bytes: Buffer): Promise<void> {
    if (!this.#socket.write(bytes)) {
      await new Promise<void>((resolve) => {
        this.#socket.once('drain', resolve);
        this.#socket.once('close', () => resolve());
      });
    }
  }

  /** Goes away without a word. */
  drop(): void {
    this.#socket.destroy();
  }
}
