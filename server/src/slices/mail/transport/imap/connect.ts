import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { ImapFlow } from 'imapflow';
import { ChannelTrouble, troubleOf } from '../channel-trouble.ts';
import { isInside } from '../inside.ts';
import { largestMessage } from '../smtp-answers.ts';

/** An IMAP server and who signs in there. */
export type ImapServer = {
  host: string;
  port: number;
  /** `tls`: from the first byte; `starttls`: or not at all; `plain`: inside only, never by itself. */
  security: 'tls' | 'starttls' | 'plain';
  username: string;
};

export type Login = { password: string } | { accessToken: string };

const connectMs = 15_000;
/** Without a word for so long a connection counts as broken; we speak every minute. */
const silentMs = 3 * 60_000;

/**
 * Connects to an IMAP server and signs in; the connection is closed when `stopping` says so.
 * @throws ChannelTrouble
 */
export async function connectImap(
  server: ImapServer,
  login: Login,
  stopping?: AbortSignal,
): Promise<ImapFlow> {
  const client = new ImapFlow({
    ...(await placeOf(server)),
    port: server.port,
    secure: server.security === 'tls',
    doSTARTTLS: server.security === 'starttls',
    auth: {
      user: server.username,
      ...('password' in login ? { pass: login.password } : { accessToken: login.accessToken }),
    },
    clientInfo: { name: 'Baton' },
    // Its log would hold what people wrote.
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silentMs,
    // Messages are asked for in pieces, but there are servers that send the whole.
    maxLiteralSize: 2 * largestMessage,
    maxResponseSize: 3 * largestMessage,
  });
  // What breaks a connection also fails the command that needs it, and ends with `close`.
  client.on('error', () => {});
  const close = () => client.close();
  stopping?.addEventListener('abort', close);
  client.on('close', () => stopping?.removeEventListener('abort', close));
  try {
    stopping?.throwIfAborted();
    await client.connect();
    return client;
  } catch (error) {
    close();
    throw explained(error, login);
  }
}

/** Where to connect; without TLS to the very address that was found to be inside. */
async function placeOf({ host, security }: ImapServer) {
  if (security !== 'plain') return { host, ...(isIP(host) ? {} : { servername: host }) };
  const found = await lookup(host).catch((error: unknown) => {
    throw troubleOf(error);
  });
  if (!isInside(found.address)) throw new ChannelTrouble('plain_outside', host);
  return { host: found.address };
}

function explained(error: unknown, login: Login): ChannelTrouble {
  const trouble = troubleOf(error);
  if (trouble.code !== 'refused_password' || 'password' in login) return trouble;
  return new ChannelTrouble('refused_token', trouble.said, error);
}
