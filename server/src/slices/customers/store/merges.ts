import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import type { Filled } from '../rules/merging.ts';

export type MergeRow = {
  id: string;
  merged_id: string;
  merged_name: string;
  survivor_id: string;
  survivor_name: string;
  at: Date;
  undone_at: Date | null;
  cases: number;
};

/** The mergers in which a customer had a part, the latest first. */
export async function mergesOf(db: Db | Tx, customerId: string): Promise<MergeRow[]> {
  return merges(db)
    .where((where) =>
      where.or([where('m.merged_id', '=', customerId), where('m.survivor_id', '=', customerId)]),
    )
    .orderBy('m.at', 'desc')
    .orderBy('m.id', 'desc')
    .execute();
}

export async function mergeById(db: Db | Tx, id: string): Promise<MergeRow | null> {
  return (await merges(db).where('m.id', '=', id).executeTakeFirst()) ?? null;
}

function merges(db: Db | Tx) {
  return db
    .selectFrom('baton.customer_merges as m')
    .innerJoin('baton.customers as l', 'l.id', 'm.merged_id')
    .innerJoin('baton.customers as s', 's.id', 'm.survivor_id')
    .select(['m.id', 'm.merged_id', 'm.survivor_id', 'm.at', 'm.undone_at'])
    .select(['l.name as merged_name', 's.name as survivor_name'])
    .select((select) =>
      select
        .selectFrom('baton.customer_merge_parts as p')
        .select(sql<number>`count(*)::int`.as('cases'))
        .whereRef('p.merge_id', '=', 'm.id')
        .where('p.kind', '=', 'case')
        .$asScalar()
        .$notNull()
        .as('cases'),
    );
}

type Merge = { id: string; mergedId: string; survivorId: string; filled: Filled };

export async function insertMerge(
  tx: Tx,
  { id, mergedId, survivorId, filled }: Merge,
  by: { actor: Actor; at: Date },
): Promise<void> {
  const { kind, id: actor } = by.actor;
  await sql`
    insert into baton.customer_merges
      (id, merged_id, survivor_id, at, actor_kind, actor_id, filled)
    values (${id}, ${mergedId}, ${survivorId}, ${by.at}, ${kind}, ${actor},
      ${JSON.stringify(filled)})`.execute(tx);
  await setMergedInto(tx, mergedId, survivorId);
}

/** What was taken over by a merger. */
export async function filledIn(tx: Tx, id: string): Promise<Filled> {
  const row = await tx
    .selectFrom('baton.customer_merges')
    .select('filled')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.filled as Filled;
}

export async function setUndone(
  tx: Tx,
  { id, merged_id: mergedId }: MergeRow,
  by: { actor: Actor; at: Date },
): Promise<void> {
  await tx
    .updateTable('baton.customer_merges')
    .set({ undone_at: by.at, undone_by_kind: by.actor.kind, undone_by: by.actor.id })
    .where('id', '=', id)
    .execute();
  await setMergedInto(tx, mergedId, null);
}

async function setMergedInto(tx: Tx, id: string, survivor: string | null): Promise<void> {
  await tx
    .updateTable('baton.customers')
    .set({ merged_into: survivor })
    .where('id', '=', id)
    .execute();
}

/** Nobody takes letters for these customers until the end of the transaction. */
export async function lockIdentities(tx: Tx, customerIds: string[]): Promise<void> {
  await sql`
    select 1 from baton.identities where customer_id = any(${customerIds}::uuid[])
    order by id for update`.execute(tx);
}

/** Identities, notes, numbers and moods go along to the survivor; which, is kept. */
export async function moveBelongings(
  tx: Tx,
  { id, mergedId, survivorId }: Omit<Merge, 'filled'>,
): Promise<void> {
  await sql`
    with after as (
      select coalesce(max(place) + 1, 0) as place from baton.identities
      where customer_id = ${survivorId}
    ), identity as (
      select i.id, i.place, after.place + i.place as next from baton.identities i, after
      where i.customer_id = ${mergedId}
    ), moved as (
      update baton.identities i set customer_id = ${survivorId}, place = identity.next
      from identity where i.id = identity.id
    ), note as (
      update baton.customer_notes set customer_id = ${survivorId}
      where customer_id = ${mergedId} returning id
    ), number as (
      update baton.customer_references set customer_id = ${survivorId}
      where customer_id = ${mergedId} returning id
    ), mood as (
      update baton.customer_moods set customer_id = ${survivorId}
      where customer_id = ${mergedId} returning id)
    insert into baton.customer_merge_parts (merge_id, kind, part_id, place)
    select ${id}::uuid, 'identity', id, place from identity
    union all select ${id}::uuid, 'note', id, null from note
    union all select ${id}::uuid, 'reference', id, null from number
    union all select ${id}::uuid, 'mood', id, null from mood`.execute(tx);
}

/** Remembers which cases went along. */
export async function insertCaseParts(tx: Tx, id: string, caseIds: string[]): Promise<void> {
  await sql`
    insert into baton.customer_merge_parts (merge_id, kind, part_id)
    select ${id}::uuid, 'case', unnest(${caseIds}::uuid[])`.execute(tx);
}

export async function casePartsOf(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('baton.customer_merge_parts')
    .select('part_id')
    .where('merge_id', '=', id)
    .where('kind', '=', 'case')
    .execute();
  return rows.map((row) => row.part_id);
}

/**
 * What went along and is the survivor's still goes back, identities to where they stood.
 * @returns the mail addresses that went back, in small letters
 */
export async function returnBelongings(
  tx: Tx,
  { id, merged_id: mergedId, survivor_id: survivorId }: MergeRow,
): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    with part as (
      select kind, part_id, place from baton.customer_merge_parts where merge_id = ${id}
    ), note as (
      update baton.customer_notes set customer_id = ${mergedId}
      where customer_id = ${survivorId} and id in (select part_id from part where kind = 'note')
    ), number as (
      update baton.customer_references set customer_id = ${mergedId}
      where customer_id = ${survivorId} and id in (select part_id from part where kind = 'reference')
    ), mood as (
      update baton.customer_moods set customer_id = ${mergedId}
      where customer_id = ${survivorId} and id in (select part_id from part where kind = 'mood')
    ), identity as (
      update baton.identities i set customer_id = ${mergedId}, place = part.place
      from part
      where i.id = part.part_id and part.kind = 'identity' and i.customer_id = ${survivorId}
      returning i.kind, i.value)
    select value as address from identity where kind = 'mail'`.execute(tx);
  return rows.map(({ address }) => address);
}

/** What a customer who is part of another still has, though they should have nothing. */
export async function strayBelongings(db: Db): Promise<{ id: string; what: string }[]> {
  const { rows } = await sql<{ id: string; what: string }>`
    select c.id, 'identities' as what from baton.customers c
    where c.merged_into is not null
      and exists (select 1 from baton.identities i where i.customer_id = c.id)
    union all
    select c.id, 'notes' from baton.customers c
    where c.merged_into is not null
      and exists (select 1 from baton.customer_notes n where n.customer_id = c.id)
    union all
    select c.id, 'masked numbers' from baton.customers c
    where c.merged_into is not null
      and exists (select 1 from baton.customer_references r where r.customer_id = c.id)
    union all
    select c.id, 'moods' from baton.customers c
    where c.merged_into is not null
      and exists (select 1 from baton.customer_moods m where m.customer_id = c.id)
    union all
    select c.id, 'no merger that says so' from baton.customers c
    where c.merged_into is not null and not exists (
      select 1 from baton.customer_merges m
      where m.merged_id = c.id and m.survivor_id = c.merged_into and m.undone_at is null)
    union all
    select m.merged_id, 'a merger, though it stands by itself' from baton.customer_merges m
    join baton.customers c on c.id = m.merged_id
    where m.undone_at is null and c.merged_into is distinct from m.survivor_id`.execute(db);
  return rows;
}
