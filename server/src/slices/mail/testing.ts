import { type AddressInfo, connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { TestDeps } from '../../../test/deps.ts';
import { instant } from '../../platform/db.ts';
import { mailTasks } from './jobs.ts';

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

  /** Sends a message to recipients; gives the answer to the message or to the first refusal. */
  async send(
    message: Buffer | string,
    to: string[],
    from = 'maria@customer.test',
  ): Promise<Answer> {
    await this.say(`MAIL FROM:<${from}>`);
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

/** Does the mail's recorded work until there is none that is due; what fails is thrown. */
export async function runMailWork(deps: TestDeps): Promise<void> {
  for (;;) {
    const now = await instant(deps.db, deps);
    const due = await deps.db
      .deleteFrom('baton.work')
      .where('task', 'like', 'mail.%')
      .where((eb) => eb.or([eb('run_at', 'is', null), eb('run_at', '<=', now)]))
      .returning(['task', 'payload'])
      .execute();
    if (due.length === 0) return;
    for (const { task, payload } of due) {
      await mailTasks[task]!(deps, payload as Record<string, unknown>);
    }
  }
}

/** A message that a relay took: envelope, and the mail as it was read. */
export type Arrived = { from: string; to: string[]; mail: ParsedMail; raw: string };

/** A relay for tests: keeps what it takes, and answers as it is told. */
export class TestRelay {
  readonly arrived: Arrived[] = [];
  /** Answers to RCPT and DATA instead of 250: a code and words, or null. */
  refuseRecipient: (address: string) => [code: number, words: string] | null = () => null;
  refuseMessage: () => [code: number, words: string] | null = () => null;
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      onRcptTo: ({ address }, _session, done) => done(errorOf(this.refuseRecipient(address))),
      onData: (stream, { envelope }, done) => {
        void buffer(stream).then(async (raw) => {
          const error = errorOf(this.refuseMessage());
          if (error) return done(error);
          this.arrived.push({
            from: envelope.mailFrom ? envelope.mailFrom.address : '',
            to: envelope.rcptTo.map(({ address }) => address),
            mail: await simpleParser(raw),
            raw: raw.toString('utf8'),
          });
          return done(null, 'taken');
        });
      },
    });
  }

  static async start(): Promise<TestRelay> {
    const relay = new TestRelay();
    await new Promise<void>((resolve) => {
      relay.#server.listen(0, '127.0.0.1', () => resolve());
    });
    return relay;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }
}

function errorOf(refusal: [number, string] | null): Error | null {
  return refusal ? Object.assign(new Error(refusal[1]), { responseCode: refusal[0] }) : null;
}
