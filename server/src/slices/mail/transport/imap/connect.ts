import { ImapFlow } from 'imapflow';
import type { Login } from '../credentials.ts';
import { explained, reach, type Security } from '../reach.ts';
import { largestMessage } from '../smtp-answers.ts';

/** An IMAP server and who signs in there. */
export type ImapServer = {
  host: string;
  port: number;
  security: Security;
  username: string;
};

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
    ...(await reach(server)),
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
    throw explained(error, 'accessToken' in login);
  }
}
