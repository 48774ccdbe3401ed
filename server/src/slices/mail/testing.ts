import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { testDeps, type TestDeps } from '../../../test/deps.ts';
import type { Environment } from '../../platform/settings.ts';
import { type Actor, baton } from '../../kernel/actor.ts';
import { instant, runCommand } from '../../platform/db.ts';
import { reply } from '../cases/commands/reply.ts';
import { companyDefaults, foundCompany } from '../people/index.ts';
import { acceptMessage } from './commands/accept-message.ts';
import { foundChannel } from './commands/found-channel.ts';
import { mailTasks } from './jobs.ts';
import { listDoors } from './store/channels.ts';
import { closeRelays } from './transport/relay.ts';

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
  /** Who may sign in; by password or access token. Whoever does not is let in, too. */
  letsIn: (user: string, secret: string) => boolean = () => false;
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      allowInsecureAuth: true,
      authMethods: ['PLAIN', 'XOAUTH2'],
      onAuth: ({ username = '', password, accessToken }, _session, answer) =>
        this.letsIn(username, password ?? accessToken ?? '')
          ? answer(null, { user: username })
          : answer(errorOf([535, 'authentication failed'])),
      disableReverseLookup: true,
      onRcptTo: ({ address }, _session, answer) => answer(errorOf(this.refuseRecipient(address))),
      onData: (stream, { envelope }, answer) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        void this.#take(stream, from, to).then(answer);
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

  async #take(stream: Readable, from: string, to: string[]): Promise<Error | null> {
    const raw = await buffer(stream);
    const error = errorOf(this.refuseMessage());
    if (error) return error;
    this.arrived.push({ from, to, mail: await simpleParser(raw), raw: raw.toString('utf8') });
    return null;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
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

type Sent = {
  from?: string;
  to?: string[];
  text?: string;
  [header: string]: string | string[] | null | undefined;
};
type Handed = { from?: string; to?: string[] };

/** A company with its mail: letters are handed in, the work is done, and a relay takes what leaves. */
export class PostOffice {
  readonly deps: TestDeps;
  readonly relay: TestRelay;
  /** The head of the company, who holds every case. */
  readonly head: Actor;
  #letters = 0;

  private constructor(deps: TestDeps, relay: TestRelay, head: Actor) {
    this.deps = deps;
    this.relay = relay;
    this.head = head;
  }

  static async open(environment: Environment = {}): Promise<PostOffice> {
    const relay = await TestRelay.start();
    const deps = await testDeps({ SMTP_URL: relay.url, ...environment });
    await foundCompany(deps);
    await deps.db.transaction().execute((tx) => foundChannel(tx));
    const { headId } = await companyDefaults(deps.db);
    return new PostOffice(deps, relay, { kind: 'agent', id: headId, role: 'admin' });
  }

  async close(): Promise<void> {
    closeRelays();
    await this.relay.stop();
  }

  /** Hands a mail in and does the work that follows; gives its row. */
  async arrive(mail: Sent | Buffer, handed: Handed = {}) {
    const id = await this.hand(Buffer.isBuffer(mail) ? mail : this.rawOf(mail), handed);
    await runMailWork(this.deps);
    return this.inbound(id);
  }

  /** Hands a mail in as the SMTP server does; its work is not done yet. */
  async hand(
    mail: Buffer,
    { from = 'maria@customer.test', to = ['support@acme.test'] }: Handed = {},
  ) {
    const [door] = await listDoors(this.deps.db);
    const raw = await this.deps.storage.put(mail);
    return runCommand(this.deps, baton, (ctx) =>
      acceptMessage(ctx, {
        channelId: door!.id,
        door: 'smtp',
        envelopeFrom: from,
        recipients: to,
        remoteAddress: null,
        raw,
      }),
    );
  }

  /** A mail of Maria's, or with other headers. */
  rawOf({ from, to, text, ...headers }: Sent = {}): Buffer {
    this.#letters += 1;
    const all = {
      From: from ?? 'Maria Popescu <maria@customer.test>',
      To: (to ?? ['support@acme.test']).join(', '),
      'Message-ID': `<${this.#letters}@customer.test>`,
      Subject: 'My router is broken',
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${[value].join()}`);
    const body = text ?? 'It does not start any more since yesterday evening.';
    return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}\r\n`);
  }

  inbound(id: string) {
    const rows = this.deps.db.selectFrom('baton.inbound').selectAll().where('id', '=', id);
    return rows.executeTakeFirstOrThrow();
  }

  case(id: string | null) {
    const rows = this.deps.db.selectFrom('baton.cases').selectAll().where('id', '=', id!);
    return rows.executeTakeFirstOrThrow();
  }

  messages(caseId: string | null) {
    const rows = this.deps.db.selectFrom('baton.messages').selectAll();
    return rows.where('case_id', '=', caseId!).orderBy('seq').execute();
  }

  outbound(messageId: string) {
    const rows = this.deps.db.selectFrom('baton.outbound').selectAll();
    return rows.where('message_id', '=', messageId).executeTakeFirstOrThrow();
  }

  /** The owner replies, and the reply is sent; gives the id of the message. */
  async reply(caseId: string | null, text = 'Please restart it.'): Promise<string> {
    const messageId = await this.replyLater(caseId, text);
    await runMailWork(this.deps);
    return messageId;
  }

  /** The owner replies; the reply is not sent yet. */
  async replyLater(caseId: string | null, text = 'Please restart it.'): Promise<string> {
    const { messageId } = await runCommand(this.deps, this.head, (ctx) =>
      reply(ctx, { caseId: caseId!, text, files: [] }),
    );
    return messageId;
  }
}
