import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import { RepeatedLooks } from '../repeated-looks.ts';

/** What somebody saw. */
export type Seen = {
  kind: 'case' | 'customer' | 'file' | 'message' | 'list' | 'reference';
  /** What was opened; for a list there is none. */
  id?: string;
  /** For a list: which, and how many of it were shown. Never names, addresses or texts, but for the
   * reason that somebody gave for looking. */
  detail?: Record<string, unknown>;
  /** The network address from which it was asked for. */
  address?: string;
};

const looks = new RepeatedLooks();

/**
 * Writes one row into the access log (invariant 10), before what it speaks of is shown. Its
 * instant is the database's own; it is never changed or deleted but with its month. What a desk
 * asks for again and again while it stays open is one look.
 */
export async function recordAccess(db: Db | Tx, actor: Actor, seen: Seen): Promise<void> {
  const look = JSON.stringify([actor.kind, actor.id, seen]);
  // In a transaction it is not certain yet that the earlier row will stay.
  if (!db.isTransaction && looks.isRepeated(look)) return;
  await db
    .insertInto('baton.access_log')
    .values({
      actor_kind: actor.kind,
      actor_id: actor.id,
      kind: seen.kind,
      subject_id: seen.id ?? null,
      detail: seen.detail ? JSON.stringify(seen.detail) : null,
      address: seen.address ?? null,
    })
    .execute();
  if (!db.isTransaction) looks.note(look);
}

/** Makes the partitions of this and the next twelve months; run at every start and daily. */
export async function prepareAccessLog(db: Db): Promise<void> {
  await sql`select baton.prepare_access_log(clock_timestamp())`.execute(db);
}
