import { z } from 'zod';
import { id, instant, language, line, mailAddress, page, ref } from './common.ts';
import { formFaults } from './faults.ts';

/** Why a mailbox, a relay or a token endpoint cannot be used. */
export const channelTroubles = [
  'no_such_host',
  'refused_connection',
  'no_answer',
  'connection_lost',
  'certificate',
  'no_tls',
  'plain_outside',
  'refused_password',
  'refused_token',
  'refused_grant',
  'token_endpoint',
  'no_folder',
  'no_move_folder',
  'secret_lost',
  'storage_full',
  'database',
  'not_read',
  'no_relay',
  'other',
] as const;
export type ChannelTroubleCode = (typeof channelTroubles)[number];

/** What is wrong, in a sentence, and what the server said; `since` where it goes on. */
export const channelTrouble = z.object({
  code: z.enum(channelTroubles),
  sentence: z.string(),
  said: z.string().nullable(),
});
export type ChannelTrouble = z.infer<typeof channelTrouble>;

/** How mail comes in through a channel; `connecting` before its mailbox answered at all. */
export const channelHealth = z.object({
  state: z.enum(['working', 'connecting', 'trouble', 'paused']),
  trouble: channelTrouble.extend({ since: instant }).nullable(),
  pausedSince: instant.nullable(),
  lastMessageAt: instant.nullable(),
  /** Of the mailbox: when it answered last. */
  lastAnswerAt: instant.nullable(),
});

export const replyKinds = ['plus', 'catch_all', 'none'] as const;
/**
 * How replies find their case: by `support+token@x`, by `support-token@x` where the mail host takes
 * every name, or by the Message-ID alone.
 */
export const replyKind = z.enum(replyKinds);

/** Where mail comes in. `address` null: takes every recipient, until a first address is set. */
export const channel = z.object({
  id,
  name: z.string(),
  address: z.string().nullable(),
  brand: ref,
  team: ref.nullable(),
  topic: ref.nullable(),
  language: language.nullable(),
  replyKind,
  /** Further addresses, in lower case. */
  aliases: z.array(z.string()),
  /** Whether its mail is fetched from a mailbox. */
  hasMailbox: z.boolean(),
  health: channelHealth,
  createdAt: instant,
});
export type Channel = z.infer<typeof channel>;
export const channelPage = page(channel);

const channelAddress = mailAddress.regex(/^[^+]+$/, { message: formFaults.plus_sign });
const aliases = z.array(channelAddress.toLowerCase()).max(50);
export const newChannel = z.strictObject({
  name: line(100),
  address: channelAddress,
  brand: id.optional(),
  team: id.nullable().default(null),
  topic: id.nullable().default(null),
  language: language.nullable().default(null),
  replyKind: replyKind.default('plus'),
  aliases: aliases.default([]),
});
export const channelChange = z
  .strictObject({
    name: line(100),
    address: channelAddress,
    brand: id,
    team: id.nullable(),
    topic: id.nullable(),
    language: language.nullable(),
    replyKind,
    aliases,
  })
  .partial();

const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9:]([a-z0-9.:_-]*[a-z0-9:])?$/, { message: formFaults.not_a_host });
const tokenUrl = z.url({ protocol: /^https?$/ }).max(2000);
const secret = z.string().min(1).max(10_000);

/** Where a mailbox or a relay is. */
export const serverPlace = {
  host,
  port: z.number().int().min(1).max(65_535),
  /** `plain` only to this machine and to private networks. */
  security: z.enum(['tls', 'starttls', 'plain']),
};
/** Where a mailbox is, and what becomes of a message in it once it is stored. */
const mailboxPlace = {
  ...serverPlace,
  username: line(254),
  folder: line(500),
  afterReading: z.enum(['leave', 'mark_read', 'move']),
  /** The folder for `move`. */
  moveTo: line(500).nullable(),
};
const tokenGrant = z.enum(['refresh_token', 'client_credentials']);

/** How Baton signs in to a mailbox or a relay. Secrets are never shown. */
export const shownLogins = [
  z.object({ kind: z.literal('password'), setAt: instant }),
  z.object({
    kind: z.literal('oauth2'),
    tokenUrl: z.string(),
    grant: tokenGrant,
    clientId: z.string(),
    hasClientSecret: z.boolean(),
    hasRefreshToken: z.boolean(),
    scope: z.string().nullable(),
    setAt: instant,
  }),
] as const;
const mailboxLogin = z.discriminatedUnion('kind', shownLogins);
export type ShownLogin = z.infer<typeof mailboxLogin>;

/** The mailbox from which the mail of a channel is fetched (IMAP, RFC 9051). */
export const mailbox = z.object({
  ...mailboxPlace,
  login: mailboxLogin,
  /** Mail that arrived before this instant is fetched on request only. */
  readingSince: instant,
  connectedAt: instant.nullable(),
  /** The older mail that was asked for last; `total` null while it is being looked for. */
  older: z
    .object({
      since: instant,
      askedAt: instant,
      total: z.number().int().nullable(),
      done: z.number().int(),
      finishedAt: instant.nullable(),
    })
    .nullable(),
});
export type Mailbox = z.infer<typeof mailbox>;

/** How Baton is to sign in. */
export const givenLogins = [
  z.strictObject({ kind: z.literal('password'), password: secret.optional() }),
  z.strictObject({
    kind: z.literal('oauth2'),
    tokenUrl,
    grant: tokenGrant,
    clientId: line(500),
    clientSecret: secret.optional(),
    refreshToken: secret.optional(),
    scope: line(2000).nullable().default(null),
  }),
] as const;

/** A secret that is left out stays as it was, while server, user and token endpoint are the same. */
export const mailboxSettings = z.strictObject({
  ...mailboxPlace,
  port: mailboxPlace.port.default(993),
  security: mailboxPlace.security.default('tls'),
  folder: mailboxPlace.folder.default('INBOX'),
  afterReading: mailboxPlace.afterReading.default('leave'),
  moveTo: mailboxPlace.moveTo.default(null),
  login: z.discriminatedUnion('kind', givenLogins),
});
export type MailboxSettings = z.output<typeof mailboxSettings>;

/** A mailbox that is to be tried before it is saved, of a channel where there is one already. */
export const mailboxTest = mailboxSettings.extend({ channel: id.optional() });
/** What came of trying: null where that was not tried. */
export const channelTest = z.object({
  mailbox: z
    .object({
      /** How many messages lie in the folder. */
      messages: z.number().int().nullable(),
      /** All folders, when signing in worked. */
      folders: z.array(z.string()),
      trouble: channelTrouble.nullable(),
    })
    .nullable(),
  relay: z.object({ trouble: channelTrouble.nullable() }).nullable(),
});
export type ChannelTest = z.infer<typeof channelTest>;

/** What was found out about the reply addresses of a channel by letters to ourselves. */
export const channelProbe = z.object({
  askedAt: instant.nullable(),
  letters: z.array(
    z.object({
      kind: z.enum(['plus', 'catch_all']),
      address: z.string(),
      state: z.enum(['under_way', 'arrived', 'refused', 'lost']),
      said: z.string().nullable(),
      arrivedAt: instant.nullable(),
    }),
  ),
  /** The kind to choose; null while letters are under way. */
  suggested: replyKind.nullable(),
});
export type ChannelProbe = z.infer<typeof channelProbe>;

/** Asks for mail that arrived before the mailbox was connected, from this instant on. */
export const olderMail = z.strictObject({ since: instant });

/** A message that was left in its mailbox, where somebody has to look at it. */
export const leftover = z.object({
  id,
  reason: z.enum(['too_large', 'empty']),
  size: z.number().int(),
  sender: z.string().nullable(),
  subject: z.string().nullable(),
  foundAt: instant,
});
export type Leftover = z.infer<typeof leftover>;
export const leftovers = z.object({ items: z.array(leftover), next: z.null() });
