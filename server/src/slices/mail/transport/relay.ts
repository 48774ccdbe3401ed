import { createTransport, type Transporter } from 'nodemailer';
import type { SMTPSentMessageInfo } from 'nodemailer/lib/smtp-transport';
import type { Storage } from '../../../platform/storage.ts';
import { type ChannelTrouble, troubleOf } from './channel-trouble.ts';

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
  files: { name: string; type: string; sha256: string; inlineId: string | null }[];
};

/** What the relay made of it. `later`: not now; `never`: not at all. */
export type Handover =
  | {
      result: 'taken';
      words: string;
      /** Recipients for whom it was not taken, and why. */
      refused: { address: string; words: string }[];
      relayMimeId: string | null;
    }
  | { result: 'later' | 'never'; words: string };

/** By what a message is signed (RFC 6376): domain, selector, private key as PEM. */
export type Signing = { domainName: string; keySelector: string; privateKey: string };

const relays = new Map<string, Transporter<SMTPSentMessageInfo>>();

/**
 * A handover as a whole, whatever the relay does, waiting for a free connection included: well
 * below the time for which a server claims a message, so that no two send it at once.
 */
const handoverMs = 12 * 60_000;

/** One pool of connections per relay, made when it is first needed. */
function relayAt(url: string): Transporter<SMTPSentMessageInfo> {
  const known = relays.get(url);
  if (known) return known;
  const relay = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    maxMessages: 100,
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    // RFC 5321 §4.5.3.2.6: a server may take ten minutes to say that it took the message.
    socketTimeout: 10 * 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  }) as unknown as Transporter<SMTPSentMessageInfo>;
  relays.set(url, relay);
  return relay;
}

/** Closes the connections to all relays. */
export function closeRelays(): void {
  for (const relay of relays.values()) relay.close();
  relays.clear();
}

/** Connects to a relay and signs in there; null when that works. */
export async function testRelay(url: string): Promise<ChannelTrouble | null> {
  try {
    await relayAt(url).verify();
    return null;
  } catch (error) {
    return troubleOf(error);
  }
}

/** Hands a message to the relay. Never throws for what the relay says or does. */
export async function handOver(
  url: string,
  storage: Storage,
  mail: Outgoing,
  { signing = null, withinMs = handoverMs }: { signing?: Signing | null; withinMs?: number } = {},
): Promise<Handover> {
  for (const { sha256, name } of mail.files) {
    if (!(await storage.has(sha256)))
      return { result: 'later', words: `The file ${name} is missing.` };
  }
  try {
    const info = await relayAt(url).sendMail({
      ...messageOf(mail, storage),
      ...(signing ? { dkim: signing } : {}),
      signal: AbortSignal.timeout(withinMs),
    });
    return {
      result: 'taken',
      words: info.response,
      refused: (info.rejectedErrors ?? []).map((error) => ({
        address: error.recipient ?? '',
        words: error.response ?? error.message,
      })),
      relayMimeId: info.serverMessageId ?? null,
    };
  } catch (error) {
    return verdictOn(error as RelayError);
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
function verdictOn(error: RelayError): Handover {
  const words = (error.response ?? error.message).slice(0, 1000);
  const aboutMessage = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  const someLater = error.rejectedErrors?.some(({ responseCode = 0 }) => responseCode < 500);
  const final = aboutMessage && !someLater && (error.responseCode ?? 500) >= 500;
  return { result: final ? 'never' : 'later', words };
}
