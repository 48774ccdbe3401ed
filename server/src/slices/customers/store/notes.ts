import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/** The notes on a customer, the latest first, with the names of whoever wrote them. */
export async function notesOf(db: Db | Tx, customerId: string) {
  return notes(db)
    .where('n.customer_id', '=', customerId)
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id', 'desc')
    .execute();
}

export async function noteOf(db: Db | Tx, customerId: string, id: string) {
  const row = await notes(db)
    .where('n.customer_id', '=', customerId)
    .where('n.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

function notes(db: Db | Tx) {
  return db
    .selectFrom('baton.customer_notes as n')
    .leftJoin('baton.agents as a', 'a.id', 'n.actor_id')
    .leftJoin('baton.keys as k', 'k.id', 'n.actor_id')
    .select(['n.id', 'n.text', 'n.actor_kind', 'n.actor_id', 'n.created_at', 'n.edited_at'])
    .select(sql<string | null>`coalesce(a.name, k.name)`.as('actor_name'));
}
export type NoteRow = Awaited<ReturnType<typeof notesOf>>[number];

type NewNote = {
  id: string;
  customer_id: string;
  text: string;
  actor_kind: string;
  actor_id: string;
  created_at: Date;
};

export async function insertNote(tx: Tx, note: NewNote): Promise<void> {
  await tx.insertInto('baton.customer_notes').values(note).execute();
}

export async function updateNote(tx: Tx, id: string, text: string, at: Date): Promise<void> {
  await tx
    .updateTable('baton.customer_notes')
    .set({ text, edited_at: at })
    .where('id', '=', id)
    .execute();
}

export async function deleteNote(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('baton.customer_notes').where('id', '=', id).execute();
}
