import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/** A message of ours that a bounce or a complaint speaks of. */
export type Returned = {
  id: string;
  caseId: string;
  messageId: string;
  state: string;
  /** All to whom it went, copies included. */
  sentTo: string[];
};

const columns = sql`o.id, o.case_id as "caseId", o.message_id as "messageId", o.state,
  o.recipients || o.copies as "sentTo"`;

/** Left us once; what was held or suppressed cannot come back. */
const left = sql`o.state in ('queued', 'sent', 'delivered', 'refused', 'bounced')`;

/** The outgoing message with the first of these Message-IDs, also as a relay rewrote it. */
export async function outboundOfMessageIds(
  db: Db | Tx,
  ids: readonly string[],
): Promise<Returned | null> {
  if (ids.length === 0) return null;
  const { rows } = await sql<Returned>`
    select ${columns} from baton.outbound o
    where o.mime_id = any(${ids}::text[]) or o.relay_mime_id = any(${ids}::text[])
    order by least(array_position(${ids}::text[], o.mime_id),
      array_position(${ids}::text[], o.relay_mime_id))
    limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The latest message about a case that left us: to one of these addresses, if any are given. */
export async function lastOutboundOfCase(
  db: Db | Tx,
  number: number,
  addresses: readonly string[],
): Promise<Returned | null> {
  const { rows } = await sql<Returned>`
    select ${columns} from baton.outbound o join baton.cases c on c.id = o.case_id
    where c.number = ${number} and ${left}
    order by (o.recipients || o.copies) && ${addresses}::text[] desc, o.created_at desc
    limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The latest message that left us to one of these addresses since an instant. */
export async function lastOutboundTo(
  db: Db | Tx,
  addresses: readonly string[],
  since: Date,
): Promise<Returned | null> {
  if (addresses.length === 0) return null;
  const { rows } = await sql<Returned>`
    select ${columns} from baton.outbound o
    where o.recipients && ${addresses}::text[] and o.created_at > ${since} and ${left}
    order by o.created_at desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/**
 * Keeps that a message came back from somebody, where others are still tried (docs/adr/0032).
 * @returns false when nobody is
 */
export async function noteRefused(tx: Tx, id: string, words: string): Promise<boolean> {
  const { rows } = await sql`
    update baton.outbound set refused_for = array_append(refused_for, ${words})
    where id = ${id} and state = 'queued' and remaining is not null
    returning id`.execute(tx);
  return rows.length > 0;
}

/** It is reported that a message is late; its fate stays as it is. */
export async function noteDelay(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('baton.outbound').set({ delayed_at: at }).where('id', '=', id).execute();
}
