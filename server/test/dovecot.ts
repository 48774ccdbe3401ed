import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { freePorts } from './free-ports.ts';

/** The user `nobody` of Debian, to whom the mail of these tests belongs. */
const nobody = 65_534;

type Options = {
  /** Where access tokens are introspected (RFC 7662); undefined: passwords only. */
  introspection?: string;
};

/**
 * A Dovecot of its own, with IMAP, IMAP with TLS, and LMTP on free ports of the loopback address.
 * Every user exists; the password is `secret`. It needs Debian's packages dovecot-imapd and
 * dovecot-lmtpd, and root, because Dovecot changes users.
 */
export class Dovecot {
  readonly folder: string;
  readonly ports: { imap: number; imaps: number; lmtp: number };
  #process: ChildProcess | null = null;

  private constructor(folder: string, ports: Dovecot['ports']) {
    this.folder = folder;
    this.ports = ports;
  }

  static async start(options: Options = {}): Promise<Dovecot> {
    if (process.getuid?.() !== 0) throw new Error('The tests with Dovecot have to run as root.');
    const folder = await mkdtemp(join(tmpdir(), 'baton-dovecot-'));
    await chmod(folder, 0o755);
    await mkdir(join(folder, 'mail'));
    await chown(join(folder, 'mail'), nobody, nobody);
    const [imap, imaps, lmtp] = (await freePorts(3)) as [number, number, number];
    const ports = { imap, imaps, lmtp };
    const dovecot = new Dovecot(folder, ports);
    await writeFile(join(folder, 'dovecot.conf'), configuration(folder, ports, options));
    await writeFile(join(folder, 'oauth2.conf'), oauth2(options.introspection ?? ''));
    await dovecot.run();
    return dovecot;
  }

  /** Starts it, or starts it again. */
  async run(): Promise<void> {
    const child = spawn('dovecot', ['-F', '-c', join(this.folder, 'dovecot.conf')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#process = child;
    const failed = new Promise<never>((_, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`Dovecot ended with ${code}.`)));
    });
    failed.catch(() => {});
    for (const port of Object.values(this.ports)) await Promise.race([listening(port), failed]);
  }

  /** Stops it, and every connection to it. */
  async halt(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }

  async stop(): Promise<void> {
    await this.halt();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** What it wrote down; for finding out why a test failed. */
  async log(): Promise<string> {
    return readFile(join(this.folder, 'log'), 'utf8').catch(() => '');
  }

  /** Delivers a message by LMTP, as a mail host does. */
  async deliver(user: string, message: string | Buffer, from = 'maria@customer.test') {
    const transport = createTransport({
      host: '127.0.0.1',
      port: this.ports.lmtp,
      lmtp: true,
      ignoreTLS: true,
    });
    await transport.sendMail({ envelope: { from, to: [user] }, raw: message });
    transport.close();
  }

  /** A connection of a person's mail program, signed in. */
  async open(user: string): Promise<ImapFlow> {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: this.ports.imap,
      secure: false,
      doSTARTTLS: false,
      auth: { user, pass: 'secret' },
      logger: false,
      disableAutoIdle: true,
    });
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  /** How the messages of a folder are: number, flags, subject. */
  async look(user: string, folder = 'INBOX') {
    const client = await this.open(user);
    try {
      const { exists } = await client.mailboxOpen(folder);
      if (exists === 0) return [];
      const all = await client.fetchAll('1:*', { uid: true, flags: true, envelope: true });
      return all.map(({ uid, flags, envelope }) => ({
        uid,
        seen: flags?.has('\\Seen') ?? false,
        subject: envelope?.subject ?? '',
      }));
    } finally {
      client.close();
    }
  }

  /** Makes a user's inbox anew, as after a restored backup: the same mail, another UIDVALIDITY. */
  async rebuild(user: string): Promise<void> {
    await this.halt();
    const home = join(this.folder, 'mail', user);
    await rm(join(home, 'Maildir', 'dovecot-uidlist'), { force: true });
    await rm(join(home, 'Maildir', 'dovecot-uidvalidity'), { force: true });
    for (const file of ['dovecot.index', 'dovecot.index.log', 'dovecot.index.cache']) {
      await rm(join(home, 'Maildir', file), { force: true });
    }
    await this.run();
  }
}

async function listening(port: number): Promise<void> {
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('close', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

function configuration(folder: string, ports: Dovecot['ports'], { introspection }: Options) {
  const listener = (name: string, port: number, more = '') =>
    `inet_listener ${name} {\n address = 127.0.0.1\n port = ${port}\n ${more}\n }`;
  return `
base_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap lmtp
listen = 127.0.0.1
mail_location = maildir:~/Maildir
mail_home = ${folder}/mail/%u
first_valid_uid = 1
last_valid_uid = 0
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2 oauthbearer
auth_failure_delay = 0
ssl = yes
ssl_cert = <${fixture('localhost.cert.pem')}
ssl_key = <${fixture('localhost.key.pem')}
lmtp_add_received_header = yes
imap_idle_notify_interval = 29 mins
default_process_limit = 20
passdb {
  driver = static
  args = password=secret
  mechanisms = plain login
}
${
  introspection
    ? `passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${folder}/oauth2.conf
}`
    : ''
}
userdb {
  driver = static
  args = uid=${nobody} gid=${nobody} home=${folder}/mail/%u allow_all_users=yes
}
service imap-login {
  ${listener('imap', ports.imap)}
  ${listener('imaps', ports.imaps, 'ssl = yes')}
}
service lmtp {
  ${listener('lmtp', ports.lmtp)}
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
`;
}

function oauth2(introspection: string): string {
  return `
introspection_url = ${introspection}
introspection_mode = post
username_attribute = username
active_attribute = active
active_value = true
`;
}
