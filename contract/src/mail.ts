import { z } from 'zod';
import { id, instant, language, line, mailAddress, page, ref } from './common.ts';

/** Where mail comes in. `address` null: takes every recipient, until a first address is set. */
export const channel = z.object({
  id,
  name: z.string(),
  address: z.string().nullable(),
  brand: ref,
  team: ref.nullable(),
  topic: ref.nullable(),
  language: language.nullable(),
  replyKind: z.enum(['plus', 'none']),
  createdAt: instant,
});
export type Channel = z.infer<typeof channel>;
export const channelPage = page(channel);

const channelAddress = mailAddress.regex(/^[^+]+$/, { message: 'must not contain a plus sign' });
export const newChannel = z.strictObject({
  name: line(100),
  address: channelAddress,
  brand: id.optional(),
  team: id.nullable().default(null),
  topic: id.nullable().default(null),
  language: language.nullable().default(null),
  replyKind: z.enum(['plus', 'none']).default('plus'),
});
export const channelChange = z
  .strictObject({
    name: line(100),
    address: channelAddress,
    brand: id,
    team: id.nullable(),
    topic: id.nullable(),
    language: language.nullable(),
    replyKind: z.enum(['plus', 'none']),
  })
  .partial();

export const inboundOutcomes = [
  'processing',
  'opened',
  'joined',
  'set_aside',
  'bounce',
  'loop',
  'duplicate',
] as const;
export const inboundOutcome = z.enum(inboundOutcomes);

/** One message that was accepted, and what became of it. */
export const inbound = z.object({
  id,
  channel: ref,
  door: z.enum(['smtp', 'api']),
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
});
export type Inbound = z.infer<typeof inbound>;
export const inboundPage = page(inbound);
export const inboundQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  outcome: inboundOutcome.optional(),
  channel: id.optional(),
  case: id.optional(),
  messageId: z.string().max(1000).optional(),
});

/** A channel's day (in the company's zone): received is the sum of the rest, always. */
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
  processing: z.number().int(),
});
export const account = z.object({ items: z.array(accountLine), next: z.null() });
/** Both days included; by default the last seven. */
export const accountQuery = z.strictObject({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

export const outboundStates = [
  'queued',
  'held',
  'sent',
  'delivered',
  'refused',
  'bounced',
  'suppressed',
] as const;
export const outboundState = z.enum(outboundStates);

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
export const blockedSenderPage = page(blockedSender);
export const newBlockedSender = z.strictObject({
  sender: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .regex(/^[^@\s]*@[^@\s]+\.[^@\s]+$/, { message: 'must be an address, or a domain with its @' }),
});

/** Hosts whose Authentication-Results and spam verdicts are believed (RFC 8601 authserv-ids). */
export const mailSettings = z.object({ trustedHosts: z.array(z.string()) });
export const mailSettingsChange = z.strictObject({ trustedHosts: z.array(line(253)).max(50) });
