import { sql } from 'kysely';
import type { Inbound } from '@baton/contract';
import type { Db, Tx } from '../../../platform/context.ts';

export type NewInbound = {
  id: string;
  channelId: string;
  door: Inbound['door'];
  receivedAt: Date;
  /** Empty for the null return path. */
  envelopeFrom: string;
  recipients: string[];
  remoteAddress: string | null;
  rawSha256: string;
  rawSize: number;
  older: boolean;
};

export async function insertInbound(tx: Tx, row: NewInbound): Promise<void> {
  await tx
    .insertInto('baton.inbound')
    .values({
      id: row.id,
      channel_id: row.channelId,
      door: row.door,
      received_at: row.receivedAt,
      envelope_from: row.envelopeFrom,
      recipients: row.recipients,
      remote_address: row.remoteAddress,
      raw_sha256: row.rawSha256,
      raw_size: row.rawSize,
      older: row.older,
    })
    .execute();
}

/** Whether this very content came in through the channel before. */
export async function isKnownContent(
  tx: Tx,
  channelId: string,
  rawSha256: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('baton.inbound')
    .select('id')
    .where('channel_id', '=', channelId)
    .where('raw_sha256', '=', rawSha256)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A message that still waits for its outcome, with its channel; null once it has one. */
export function unprocessed(db: Db | Tx, id: string) {
  return withChannel(db, id, ['processing']);
}

/** Outcomes of messages that stand apart from all cases. */
const standApart = ['set_aside', 'held', 'bounce', 'loop', 'duplicate'] as const;
export type Apart = (typeof standApart)[number];

/** A message that stands apart from all cases, with its channel; null when it does not. */
export function apart(db: Db | Tx, id: string) {
  return withChannel(db, id, standApart);
}

async function withChannel(db: Db | Tx, id: string, outcomes: readonly string[]) {
  const row = await db
    .selectFrom('baton.inbound as i')
    .innerJoin('baton.channels as c', 'c.id', 'i.channel_id')
    .select(['i.id', 'i.received_at as receivedAt', 'i.envelope_from as envelopeFrom'])
    .select(['i.recipients', 'i.raw_sha256 as rawSha256', 'i.raw_size as rawSize', 'i.older'])
    .select(['c.id as channelId', 'c.brand_id as brandId', 'c.team_id as teamId'])
    .select(['c.topic_id as topicId', 'c.language as channelLanguage'])
    .select(['i.released_at as releasedAt', 'i.remote_address as remoteAddress'])
    .select('i.sender_check as senderCheck')
    .where('i.id', '=', id)
    .where('i.outcome', 'in', outcomes)
    .executeTakeFirst();
  return row ?? null;
}
export type Unprocessed = NonNullable<Awaited<ReturnType<typeof unprocessed>>>;

/** Locks a message that still waits for its outcome; false once it has one. */
export async function lockUnprocessed(tx: Tx, id: string): Promise<boolean> {
  return (await lockInbound(tx, id))?.outcome === 'processing';
}

/** Locks a message that stands apart; null when it does not. */
export async function lockApart(
  tx: Tx,
  id: string,
): Promise<{ outcome: Apart; reason: string | null } | null> {
  const row = await lockInbound(tx, id);
  const outcome = standApart.find((one) => one === row?.outcome);
  return row && outcome ? { outcome, reason: row.reason } : null;
}

/** Locks a message, whatever became of it; null when there is none. */
export async function lockInbound(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('baton.inbound')
    .select(['outcome', 'reason', 'sender', 'envelope_from as envelopeFrom', 'case_id as caseId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** A person sets a message aside that has no case. */
export async function settleAside(
  tx: Tx,
  id: string,
  { reason, sender, decidedAt }: { reason: string; sender: string; decidedAt: Date },
): Promise<void> {
  await tx
    .updateTable('baton.inbound')
    .set({ outcome: 'set_aside', reason, sender, decided_at: decidedAt })
    .where('id', '=', id)
    .execute();
}

export type Settlement = {
  outcome: 'opened' | 'joined' | 'set_aside' | 'bounce' | 'loop' | 'duplicate' | 'held';
  reason: string;
  decidedAt: Date;
  sender: string;
  senderCheck: string | null;
  subject: string;
  headerMessageId: string | null;
  writtenAt: Date | null;
  caseId?: string;
  messageId?: string;
  duplicateOf?: string;
  breakerId?: string;
};

/** Writes down what became of a message. */
export async function settleInbound(tx: Tx, id: string, settled: Settlement): Promise<void> {
  await tx
    .updateTable('baton.inbound')
    .set({
      outcome: settled.outcome,
      reason: settled.reason,
      decided_at: settled.decidedAt,
      sender: settled.sender,
      sender_check: settled.senderCheck,
      subject: settled.subject,
      header_message_id: settled.headerMessageId,
      written_at: settled.writtenAt,
      case_id: settled.caseId ?? null,
      message_id: settled.messageId ?? null,
      duplicate_of: settled.duplicateOf ?? null,
      ...(settled.breakerId ? { breaker_id: settled.breakerId } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/**
 * Says why a message could not be processed yet; it stays visible as being processed.
 * @param trouble `counts` when the message itself may be to blame
 * @returns how many such troubles it had
 */
export async function noteTrouble(
  tx: Tx,
  id: string,
  trouble: { reason: string; counts: boolean; at: Date },
): Promise<number> {
  const row = await tx
    .updateTable('baton.inbound')
    .set((eb) => ({
      reason: trouble.reason,
      tried_at: trouble.at,
      attempts: eb('attempts', '+', trouble.counts ? 1 : 0),
    }))
    .where('id', '=', id)
    .where('outcome', '=', 'processing')
    .returning('attempts')
    .executeTakeFirst();
  return row?.attempts ?? 0;
}

/**
 * Messages that still wait for their outcome and were not tried since `before`: those first that
 * have waited longest, so that none that is tried in vain hides another.
 */
export async function stuckInbound(db: Db | Tx, before: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from baton.inbound
    where outcome = 'processing' and coalesce(tried_at, received_at) < ${before}
    order by coalesce(tried_at, received_at) limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Claims a fingerprint for a message. Null when it is the first within the time; else the message
 * that was. Of two at once the second waits until the first is through.
 * @param since a claim from before this instant no longer counts
 */
export async function claimFingerprint(
  tx: Tx,
  claim: { fingerprint: string; inboundId: string; bodySha256: string; at: Date; since: Date },
): Promise<{ inboundId: string; bodySha256: string } | null> {
  const { rows } = await sql<{ inbound_id: string }>`
    insert into baton.inbound_once as o (fingerprint, inbound_id, at, body_sha256)
    values (${claim.fingerprint}, ${claim.inboundId}, ${claim.at}, ${claim.bodySha256})
    on conflict (fingerprint) do update
      set inbound_id = excluded.inbound_id, at = excluded.at, body_sha256 = excluded.body_sha256
      where o.at <= ${claim.since} or o.inbound_id = excluded.inbound_id
    returning inbound_id`.execute(tx);
  if (rows.length > 0) return null;
  const earlier = await tx
    .selectFrom('baton.inbound_once')
    .select(['inbound_id as inboundId', 'body_sha256 as bodySha256'])
    .where('fingerprint', '=', claim.fingerprint)
    .executeTakeFirstOrThrow();
  return earlier;
}
