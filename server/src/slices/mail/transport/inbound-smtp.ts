import { lstat, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import type { Deps } from '../../../platform/context.ts';
import { takeMessage } from './take-message.ts';
import { findDoor } from './find-door.ts';
import {
  largestMessage,
  mostRecipients,
  pausedRecipient,
  refusalOf,
  unknownRecipient,
  unusableSender,
} from './smtp-answers.ts';
import { isAddress } from '../rules/address.ts';

/** Connections at once; more are asked to come again (421). */
const mostConnections = 200;
/** RFC 5321 §4.5.3.2.7: a server waits for a command for five minutes. */
const idleMs = 5 * 60_000;
/** How long what is under way may take when the server stops. */
const patienceMs = 8000;

export type InboundSmtp = { port: number; close: () => Promise<void> };

/**
 * Listens for mail by SMTP. A message gets its 250 only when it lies in the file store, durably, and
 * its row and the work of reading it are committed (invariant 5).
 * @throws the listening socket's error, for example EADDRINUSE
 */
export async function startInboundSmtp(deps: Deps): Promise<InboundSmtp> {
  const { smtpHost: host, smtpPort: port, smtpTls } = deps.settings;
  return listen(deps, new SMTPServer({ ...optionsOf(deps, 'smtp'), ...smtpTls }), { host, port });
}

/**
 * Listens for mail by LMTP (RFC 2033), for a mail server beside Baton; the same way in.
 * @returns null when the settings name neither a port nor a socket for it
 */
export async function startInboundLmtp(deps: Deps): Promise<InboundSmtp | null> {
  const { lmtp } = deps.settings;
  if (!lmtp) return null;
  // One that a killed server left behind; another that runs listens on its own DATA_DIR's.
  if ('path' in lmtp && (await isSocket(lmtp.path))) await rm(lmtp.path, { force: true });
  const server = new SMTPServer({ ...optionsOf(deps, 'lmtp'), lmtp: true });
  return listen(deps, server, lmtp);
}

async function isSocket(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSocket(),
    () => false,
  );
}

async function listen(
  deps: Deps,
  server: SMTPServer,
  where: { host: string; port: number } | { path: string },
): Promise<InboundSmtp> {
  server.on('error', (error) => deps.log.debug({ err: error }, 'A mail connection failed.'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.server.listen(where, () => {
      server.server.off('error', reject);
      resolve();
    });
  });
  const address = server.server.address() as AddressInfo | string;
  const port = typeof address === 'string' ? 0 : address.port;
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function optionsOf(deps: Deps, door: 'smtp' | 'lmtp'): SMTPServerOptions {
  const { smtpTls, publicUrl } = deps.settings;
  const encrypts = door === 'smtp' && smtpTls;
  /** Which channel takes the mail of a transaction: that of its first recipient. */
  const channels = new WeakMap<object, string>();
  return {
    name: new URL(publicUrl).hostname,
    banner: 'Baton',
    disabledCommands: encrypts ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    size: largestMessage,
    maxRecipients: mostRecipients,
    maxClients: mostConnections,
    maxCommandLength: 8192,
    socketTimeout: idleMs,
    closeTimeout: patienceMs,
    disableReverseLookup: true,
    // Senders that break the syntax of RFC 5321 a little have something to say all the same.
    lenientAddressParsing: true,
    logger: false,
    onMailFrom({ address }, _session, reply) {
      reply(address === '' || isSender(address) ? null : unusableSender());
    },
    onRcptTo({ address }, session, reply) {
      void answer(deps, session, reply, async () => {
        const door = await findDoor(deps, address);
        if (door === null) throw unknownRecipient(address);
        if (door.paused) throw pausedRecipient();
        const transaction = session.envelope;
        if (!channels.has(transaction)) channels.set(transaction, door.id);
      });
    },
    onData(stream, session, reply) {
      void answer(deps, session, reply, async () => {
        const channelId = channels.get(session.envelope);
        return `Accepted as ${await takeMessage(deps, stream, session, { channelId, door })}`;
      });
    },
  };
}

/** Whether it can be an address; the null sender is none and welcome all the same. */
function isSender(address: string): boolean {
  // RFC 5321 §4.5.3.1.3: octets, and two of them are the angle brackets.
  return Buffer.byteLength(address) <= 254 && isAddress(address);
}

type Reply = (error?: Error | null, words?: string) => void;

/** Tells the sender how it went; never leaves them without an answer. */
async function answer(
  deps: Deps,
  session: SMTPServerSession,
  reply: Reply,
  work: () => Promise<string | void>,
): Promise<void> {
  try {
    const words = await work();
    reply(null, words ?? undefined);
  } catch (error) {
    reply(troubled(deps, session, error));
  }
}

function troubled(deps: Deps, session: SMTPServerSession, error: unknown): Error {
  const refusal = refusalOf(error);
  if (refusal.responseCode < 500) {
    deps.log.error({ err: error, from: session.remoteAddress }, 'A message could not be taken.');
  }
  return refusal;
}
