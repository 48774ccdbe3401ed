import { z } from 'zod';
import { reasonsAside } from './cases.ts';
import { id, instant, line, page, ref } from './common.ts';
import { outboundState } from './outbound-state.ts';
import { formFaults } from './faults.ts';

export const inboundOutcomes = [
  'processing',
  'opened',
  'joined',
  'set_aside',
  'bounce',
  'loop',
  'duplicate',
  'held',
] as const;
export const inboundOutcome = z.enum(inboundOutcomes);

/** One message that was accepted, and what became of it. */
export const inbound = z.object({
  id,
  channel: ref,
  door: z.enum(['smtp', 'api', 'imap', 'lmtp', 'pipe']),
  receivedAt: instant,
  envelopeFrom: z.string(),
  recipients: z.array(z.string()),
  sender: z.string().nullable(),
  subject: z.string().nullable(),
  messageId: z.string().nullable(),
  size: z.number().int(),
  outcome: inboundOutcome,
  reason: z.string().nullable(),
  decidedAt: instant.nullable(),
  case: id.nullable(),
  /** The breaker that held it, whether it still does or not. */
  breaker: id.nullable(),
});
export type Inbound = z.infer<typeof inbound>;
export const inboundPage = page(inbound);
export const inboundQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  outcome: inboundOutcome.optional(),
  channel: id.optional(),
  case: id.optional(),
  breaker: id.optional(),
  /** A day in the company's zone. */
  day: z.iso.date().optional(),
  messageId: z.string().max(1000).optional(),
});

/** What was said at one step of the way of a message, and by whom where a person did it. */
export const inboundStep = z.object({
  at: instant,
  step: z.enum(['received', 'tried', 'decided', 'released', 'set_aside']),
  by: ref.nullable(),
  outcome: inboundOutcome.nullable(),
  reason: z.string().nullable(),
});
export type InboundStep = z.infer<typeof inboundStep>;

/** A file inside a message as it came; `place` is its address below the message. */
export const inboundFile = z.object({
  place: z.number().int(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
});

/** A message as it was read: what it says, and what was found out about who wrote it. */
export const inboundReading = z.object({
  id,
  from: z.string().nullable(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  writtenAt: instant.nullable(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  text: z.string(),
  files: z.array(inboundFile),
  writer: z.enum(['person', 'auto_replied', 'auto_generated']),
  authentication: z.enum(['passed', 'failed', 'unknown']),
  spam: z.boolean(),
  /** Why it could not be read as it should. */
  fault: z.string().nullable(),
  duplicateOf: id.nullable(),
  steps: z.array(inboundStep),
});
export type InboundReading = z.infer<typeof inboundReading>;

/** `POST /api/mail/inbound/{id}/set-aside`, and the same for all that a breaker holds. */
export const newInboundAside = z.strictObject({ reason: z.enum(reasonsAside) });

/**
 * A channel's day (in the company's zone): received is the sum of the rest. Of a day that is over
 * `received` was written down once; where what is there now adds up to something else, the account
 * is off by `difference`.
 */
export const accountLine = z.object({
  channel: ref,
  day: z.iso.date(),
  received: z.number().int(),
  opened: z.number().int(),
  joined: z.number().int(),
  setAside: z.number().int(),
  bounces: z.number().int(),
  loops: z.number().int(),
  duplicates: z.number().int(),
  held: z.number().int(),
  processing: z.number().int(),
  difference: z.number().int(),
});
export type AccountLine = z.infer<typeof accountLine>;
export const account = z.object({ items: z.array(accountLine), next: z.null() });
/** Both days included; by default the last seven. */
export const accountQuery = z.strictObject({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

/** One message that goes out, with its fate. */
export const outbound = z.object({
  id,
  case: id,
  message: id,
  kind: z.string(),
  automatic: z.boolean(),
  from: z.string(),
  replyTo: z.string().nullable(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  subject: z.string(),
  messageId: z.string(),
  inReplyTo: z.string().nullable(),
  references: z.array(z.string()),
  language: z.string(),
  text: z.string(),
  state: outboundState,
  reason: z.string().nullable(),
  attempts: z.number().int(),
  nextAttemptAt: instant.nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
  /** The host of the relay that took it. */
  relay: z.string().nullable(),
});
export type Outbound = z.infer<typeof outbound>;
export const outboundPage = page(outbound);
export const outboundQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  state: outboundState.optional(),
  case: id.optional(),
});

/** Whose mail is set aside: a whole address, or a domain with its leading @. */
export const blockedSender = z.object({ sender: z.string(), createdAt: instant });
export type BlockedSender = z.infer<typeof blockedSender>;
export const blockedSenderPage = page(blockedSender);
export const newBlockedSender = z.strictObject({
  sender: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .regex(/^[^@\s]*@[^@\s]+\.[^@\s]+$/, { message: formFaults.not_a_sender }),
});

/** Too much came in a short time: what came from the offender waits, or the answers do. */
export const breaker = z.object({
  id,
  channel: ref,
  kind: z.enum(['sender', 'domain', 'channel']),
  /** The address or the domain; null where it is the channel as a whole. */
  offender: z.string().nullable(),
  openedAt: instant,
  counted: z.number().int(),
  closedAt: instant.nullable(),
  /** Null where it closed by itself, or is open. */
  closedBy: ref.nullable(),
  /** How many messages it holds now, and how many it held altogether. */
  holds: z.number().int(),
  held: z.number().int(),
});
export type Breaker = z.infer<typeof breaker>;
export const breakerPage = page(breaker);
export const breakerQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  /** `true`: only those that are open or hold something. */
  current: z.enum(['true', 'false']).default('false'),
});
/** How many messages an act on all of them was about. */
export const breakerActed = z.object({ messages: z.number().int() });

/** What is known of an address: it does not take our mail, or its owner complained. */
export const addressMark = z.object({
  address: z.string(),
  bounce: z
    .object({
      /** `hard`: there is no such address. `soft`: it refused for a reason that may pass. */
      kind: z.enum(['hard', 'soft']),
      at: instant,
      reason: z.string().nullable(),
    })
    .nullable(),
  complainedAt: instant.nullable(),
});
export type AddressMark = z.infer<typeof addressMark>;
export const addressMarks = z.object({ items: z.array(addressMark), next: z.null() });
/** The addresses of a case. */
export const addressMarkQuery = z.strictObject({ case: id });

const most = (max: number) => z.number().int().min(1).max(max);

/** How much mail is too much: what Baton sends by itself to one address, and what it takes. */
export const mailLimits = z.strictObject({
  automatic: z.strictObject({ hour: most(100), day: most(500) }),
  /** Messages within ten minutes. */
  breaker: z.strictObject({
    sender: most(10_000),
    domain: most(1_000_000),
    channel: most(1_000_000),
  }),
});

/**
 * Hosts whose Authentication-Results and spam verdicts are believed (RFC 8601 authserv-ids), and
 * how much is too much.
 */
export const mailSettings = z.object({ trustedHosts: z.array(z.string()), limits: mailLimits });
export type MailSettings = z.infer<typeof mailSettings>;
export const mailSettingsChange = z
  .strictObject({ trustedHosts: z.array(line(253)).max(50), limits: mailLimits })
  .partial();

/** The key that signs what leaves under a domain (DKIM, RFC 6376); its private part is never shown. */
export const dkimKey = z.object({
  domain: z.string(),
  selector: z.string(),
  /** The TXT record to publish, and its name. */
  record: z.object({ name: z.string(), value: z.string() }),
  createdAt: instant,
});
export type DkimKey = z.infer<typeof dkimKey>;
export const dkimKeys = z.object({ items: z.array(dkimKey) });

const domainName = z
  .string()
  .toLowerCase()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/, {
    message: formFaults.not_a_domain,
  });
/** Without a private key Baton makes one. */
export const newDkimKey = z.strictObject({
  domain: domainName,
  selector: z
    .string()
    .toLowerCase()
    .max(63)
    .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, { message: formFaults.not_a_selector })
    .default('baton'),
  privateKey: z.string().max(10_000).nullable().default(null),
});

/** What the DNS says of the record: right, missing, or another one. */
export const dkimCheck = z.object({ state: z.enum(['right', 'missing', 'other', 'no_answer']) });
