import { createTransport, type Transporter } from 'nodemailer';
import type { SMTPSentMessageInfo } from 'nodemailer/lib/smtp-transport';
import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool';
import type { Storage } from '../../../platform/storage.ts';
import type { ChannelTrouble } from './channel-trouble.ts';
import { explained } from './reach.ts';

/** A message as it leaves. */
export type Outgoing = {
  from: { name: string; address: string };
  to: string[];
  cc: string[];
  replyTo: string | null;
  subject: string;
  messageId: string;
  inReplyTo: string | null;
  references: string[];
  date: Date;
  headers: Record<string, string>;
  text: string;
  html: string;
  files: { name: string; type: string; sha256: string; size: number; inlineId: string | null }[];
  /** Whom it is handed over for, where not for everybody whom it names. */
  only?: string[] | null;
};

/** Somebody for whom a message was not taken; `final`: nor ever will be. */
export type Refusal = { address: string; words: string; final: boolean };

/** What the relay made of it. `later`: not now; `never`: not at all. */
export type Handover =
  | {
      result: 'taken';
      words: string;
      /** The host that took it. */
      relay: string;
      /** Recipients for whom it was not taken, and why. */
      refused: Refusal[];
      relayMimeId: string | null;
    }
  | {
      result: 'later' | 'never';
      words: string;
      /** What is wrong with the relay itself, whatever the message. */
      trouble?: ChannelTrouble;
    };

/** By what a message is signed (RFC 6376): domain, selector, private key as PEM. */
export type Signing = { domainName: string; keySelector: string; privateKey: string };

/** How a relay is connected to, as nodemailer takes it. */
type Place = { url: string } | SMTPPoolOptions;

/** A server that takes what leaves. */
export type Relay = {
  /** By which its connections are kept. */
  name: string;
  host: string;
  /** The largest message that it takes, in bytes, where that was set. */
  sizeLimit: number | null;
  /** Whether Baton signs in with an access token. */
  byToken: boolean;
  /**
   * How to connect and sign in now; under another stamp than before, connections begin anew.
   * @throws CannotOpen; ChannelTrouble when there is no token or no such place
   */
  connect: () => Promise<{ stamp: string; options: () => Promise<Place> }>;
  /** Keeps what keeps mail from leaving by it; null when it works. */
  settle: (trouble: ChannelTrouble | null) => Promise<void>;
};

type Pool = Transporter<SMTPSentMessageInfo>;
const pools = new Map<string, { stamp: string; pool: Promise<Pool> }>();

/**
 * A handover as a whole, whatever the relay does, waiting for a free connection included: well
 * below the time for which a server claims a message, so that no two send it at once.
 */
const handoverMs = 12 * 60_000;

/** One pool of connections per relay, made when it is first needed and when it is another now. */
async function poolOf(relay: Relay): Promise<Pool> {
  const { stamp, options } = await relay.connect();
  const known = pools.get(relay.name);
  if (known?.stamp === stamp) return known.pool;
  const made = { stamp, pool: options().then(openPool) };
  pools.set(relay.name, made);
  void known?.pool.then((old) => old.close()).catch(() => {});
  made.pool.catch(() => {
    if (pools.get(relay.name) === made) pools.delete(relay.name);
  });
  return made.pool;
}

function openPool(place: Place): Pool {
  return createTransport({
    ...place,
    pool: true,
    maxConnections: 5,
    maxMessages: 100,
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    // RFC 5321 §4.5.3.2.6: a server may take ten minutes to say that it took the message.
    socketTimeout: 10 * 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Closes the connections to all relays. */
export function closeRelays(): void {
  for (const { pool } of pools.values()) {
    void pool.then((one) => one.close()).catch(() => {});
  }
  pools.clear();
}

/** Connects to a relay and signs in there; null when that works. Never throws. */
export async function testRelay(relay: Relay): Promise<ChannelTrouble | null> {
  try {
    await (await poolOf(relay)).verify();
    return null;
  } catch (error) {
    return explained(error, relay.byToken);
  }
}

/** What a file grows to as base64 in lines of 76 characters (RFC 2045 §6.8). */
const encoded = (4 / 3) * (78 / 76);

/** Hands a message to the relay. Never throws for what the relay says or does. */
export async function handOver(
  relay: Relay,
  storage: Storage,
  mail: Outgoing,
  { signing = null, withinMs = handoverMs }: { signing?: Signing | null; withinMs?: number } = {},
): Promise<Handover> {
  let size = mail.text.length + mail.html.length;
  for (const { sha256, name, size: bytes } of mail.files) {
    if (!(await storage.has(sha256)))
      return { result: 'later', words: `The file ${name} is missing.` };
    size += bytes * encoded;
  }
  if (relay.sizeLimit !== null && size > relay.sizeLimit) {
    return { result: 'never', words: `The relay takes ${relay.sizeLimit} bytes at most.` };
  }
  try {
    const info = await (
      await poolOf(relay)
    ).sendMail({
      ...messageOf(mail, storage),
      ...(signing ? { dkim: signing } : {}),
      signal: AbortSignal.timeout(withinMs),
    });
    return {
      result: 'taken',
      words: info.response,
      relay: relay.host,
      refused: (info.rejectedErrors ?? []).map((error) => ({
        address: error.recipient ?? '',
        words: error.response ?? error.message,
        final: isFinal(error),
      })),
      relayMimeId: info.serverMessageId ?? null,
    };
  } catch (error) {
    return verdictOn(error as RelayError, relay);
  }
}

function messageOf(mail: Outgoing, storage: Storage) {
  return {
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
    subject: mail.subject,
    messageId: mail.messageId,
    ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo } : {}),
    references: mail.references,
    date: mail.date,
    headers: mail.headers,
    ...(mail.only ? { envelope: { from: mail.from.address, to: mail.only } } : {}),
    text: mail.text,
    html: mail.html,
    attachments: mail.files.map((file) => ({
      filename: file.name,
      contentType: file.type,
      content: storage.get(file.sha256),
      ...(file.inlineId ? { cid: file.inlineId } : {}),
    })),
  };
}

type RelayError = Error & {
  code?: string;
  response?: string;
  responseCode?: number;
  rejectedErrors?: { responseCode?: number }[];
};

/**
 * Only what the relay says about this very message, with a 5xx, is final: its sender, recipients or
 * content. A wrong password, a certificate or a network is mended one day, and the mail then goes.
 */
function verdictOn(error: RelayError, { byToken }: Relay): Handover {
  const words = (error.response ?? error.message).slice(0, 1000);
  const aboutMessage = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  const someLater = error.rejectedErrors?.some((rejected) => !isFinal(rejected));
  const final = aboutMessage && !someLater && isFinal(error);
  if (aboutMessage || error.code === 'ESTREAM') return { result: final ? 'never' : 'later', words };
  return { result: 'later', words, trouble: explained(error, byToken) };
}

/** A 5xx (RFC 5321 §4.2.1); without a code nothing says that it will ever be otherwise. */
function isFinal({ responseCode = 500 }: { responseCode?: number | undefined }): boolean {
  return responseCode >= 500;
}
