import type { outboundStates } from '@baton/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { Budget } from '../rules/budget.ts';

export type OutboundState = (typeof outboundStates)[number];

export type NewOutbound = {
  id: string;
  caseId: string;
  messageId: string;
  kind: string;
  automatic: boolean;
  channelId: string | null;
  sender: string;
  senderName: string;
  replyTo: string | null;
  recipients: string[];
  copies: string[];
  mimeId: string;
  inReplyTo: string | null;
  references: string[];
  subject: string;
  language: string;
  state: OutboundState;
  reason: string | null;
  /** It does not leave before; null: at once. */
  notBefore: Date | null;
  createdAt: Date;
};

export async function insertOutbound(tx: Tx, row: NewOutbound): Promise<void> {
  await tx
    .insertInto('baton.outbound')
    .values({
      id: row.id,
      case_id: row.caseId,
      message_id: row.messageId,
      kind: row.kind,
      automatic: row.automatic,
      channel_id: row.channelId,
      sender: row.sender,
      sender_name: row.senderName,
      reply_to: row.replyTo,
      recipients: row.recipients,
      copies: row.copies,
      mime_id: row.mimeId,
      in_reply_to: row.inReplyTo,
      refs: row.references,
      subject: row.subject,
      language: row.language,
      state: row.state,
      reason: row.reason,
      next_attempt_at: row.notBefore,
      created_at: row.createdAt,
    })
    .execute();
}

/** Whether a message of a case is in the outbox already, by its id, its message, or its kind. */
export async function isInOutbox(
  db: Db | Tx,
  by: { id: string } | { messageId: string } | { caseId: string; kind: string },
): Promise<boolean> {
  let query = db.selectFrom('baton.outbound').select('id').limit(1);
  if ('id' in by) query = query.where('id', '=', by.id);
  else if ('messageId' in by) query = query.where('message_id', '=', by.messageId);
  else query = query.where('case_id', '=', by.caseId).where('kind', '=', by.kind);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Locks one message of the outbox; null when there is none. */
export async function lockOutbound(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('baton.outbound')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Locks the row of a message in the outbox; null while there is none. */
export async function lockOutboundOf(tx: Tx, messageId: string): Promise<OutboundRow | null> {
  const row = await tx
    .selectFrom('baton.outbound')
    .selectAll()
    .where('message_id', '=', messageId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}
export type OutboundRow = NonNullable<Awaited<ReturnType<typeof lockOutbound>>>;

/** One attempt more, and until when nobody else makes one. */
export async function claimAttempt(tx: Tx, id: string, until: Date): Promise<void> {
  await tx
    .updateTable('baton.outbound')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), next_attempt_at: until }))
    .where('id', '=', id)
    .execute();
}

export async function setFate(
  tx: Tx,
  id: string,
  state: OutboundState,
  reason: string | null,
  more: { sentAt?: Date; relay?: string; relayMimeId?: string | null } = {},
): Promise<void> {
  await tx
    .updateTable('baton.outbound')
    .set({
      state,
      reason,
      next_attempt_at: null,
      ...(more.sentAt ? { sent_at: more.sentAt } : {}),
      ...(more.relay ? { relay: more.relay } : {}),
      ...(more.relayMimeId ? { relay_mime_id: more.relayMimeId } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/**
 * It stays queued and is tried again.
 * @param taken when others have it already: for whom the next attempt is, and who never gets it
 */
export async function setNextAttempt(
  tx: Tx,
  id: string,
  at: Date,
  reason: string,
  taken: { remaining: string[]; refusedFor: string[] } | null = null,
): Promise<void> {
  const some = taken ? { remaining: taken.remaining, refused_for: taken.refusedFor } : {};
  await tx
    .updateTable('baton.outbound')
    .set({ next_attempt_at: at, reason, ...some })
    .where('id', '=', id)
    .execute();
}

/** Queued messages whose time has long come: their job was lost. */
export async function overdueOutbound(db: Db | Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('baton.outbound')
    .select('id')
    .where('state', '=', 'queued')
    .where('created_at', '<', before)
    .where((eb) => eb.or([eb('next_attempt_at', 'is', null), eb('next_attempt_at', '<', before)]))
    .orderBy('created_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Automatic mail that addresses got since `since`, by address. Whoever asks holds the addresses
 * until the end of the transaction, so that two at once do not both see room.
 */
export async function automaticMailSince(
  tx: Tx,
  addresses: readonly string[],
  since: Date,
): Promise<Map<string, Date[]>> {
  for (const address of addresses.toSorted()) {
    const key = `baton.automatic:${address}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  }
  const rows = await tx
    .selectFrom('baton.automatic_mail')
    .select(['address', 'at'])
    .where('address', 'in', addresses.length > 0 ? addresses : [''])
    .where('at', '>', since)
    .execute();
  return new Map(
    addresses.map((address) => [
      address,
      rows.filter((row) => row.address === address).map(({ at }) => at),
    ]),
  );
}

/** Counts an automatic mail against the budget of its recipients, with the budget as it is now. */
export async function insertAutomaticMail(
  tx: Tx,
  addresses: readonly string[],
  { outboundId, at, budget }: { outboundId: string; at: Date; budget: Budget },
): Promise<void> {
  if (addresses.length === 0) return;
  const counted = { at, outbound_id: outboundId, hour_limit: budget.hour, day_limit: budget.day };
  await tx
    .insertInto('baton.automatic_mail')
    .values(addresses.map((address) => ({ address, ...counted })))
    .execute();
}
