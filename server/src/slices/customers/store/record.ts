import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { CustomerFields, FieldChange, Value } from '../rules/record.ts';
import type { Actor } from '../../../kernel/actor.ts';

type Row = Omit<CustomerFields, 'value'> & {
  amountCents: number | null;
  currency: string | null;
  per: string | null;
  source: string | null;
  on: string | null;
  version: number;
  mergedInto: string | null;
};

export type LockedRecord = CustomerFields & { version: number; mergedInto: string | null };

/** A record, for changing it: whoever comes second sees what the first has written. */
export async function lockRecord(tx: Tx, id: string): Promise<LockedRecord | null> {
  const { rows } = await sql<Row>`${recordOf(id)} for no key update`.execute(tx);
  return rows[0] ? fieldsOf(rows[0]) : null;
}

/**
 * Locks records of customers who are to become one, or two again, in the order of their ids; until
 * then nobody gives one of them a case.
 */
export async function lockRecordsWhole(tx: Tx, ids: string[]): Promise<Map<string, LockedRecord>> {
  const found = new Map<string, LockedRecord>();
  for (const id of ids.toSorted()) {
    const { rows } = await sql<Row>`${recordOf(id)} for update`.execute(tx);
    if (rows[0]) found.set(id, fieldsOf(rows[0]));
  }
  return found;
}

function recordOf(id: string) {
  return sql`
    select id, name, spelling, form_of_address as "formOfAddress",
      preferred_way as "preferredWay", style, language, zone, organisation_id as organisation,
      tier_id as tier, value_cents as "amountCents", value_currency as currency,
      value_per as per, value_source as source, value_on::text as on,
      review_on::text as "reviewOn", version, merged_into as "mergedInto"
    from baton.customers where id = ${id}`;
}

function fieldsOf({ amountCents, currency, per, source, on, ...row }: Row): LockedRecord {
  const value = amountCents === null ? null : ({ amountCents, currency, per, source, on } as Value);
  return {
    ...row,
    value,
  };
}

function columnsOf(fields: CustomerFields) {
  return {
    name: fields.name,
    spelling: fields.spelling,
    form_of_address: fields.formOfAddress,
    preferred_way: fields.preferredWay,
    style: fields.style,
    language: fields.language,
    zone: fields.zone,
    organisation_id: fields.organisation,
    tier_id: fields.tier,
    value_cents: fields.value?.amountCents ?? null,
    value_currency: fields.value?.currency ?? null,
    value_per: fields.value?.per ?? null,
    value_source: fields.value?.source ?? null,
    value_on: fields.value ? sql<Date>`${fields.value.on}::date` : null,
    review_on: fields.reviewOn ? sql<Date>`${fields.reviewOn}::date` : null,
  };
}

export async function insertRecord(tx: Tx, record: CustomerFields, now: Date): Promise<void> {
  await tx
    .insertInto('baton.customers')
    .values({ id: record.id, created_at: now, ...columnsOf(record) })
    .execute();
}

export async function updateRecord(tx: Tx, record: CustomerFields): Promise<void> {
  await tx
    .updateTable('baton.customers')
    .set(columnsOf(record))
    .where('id', '=', record.id)
    .execute();
}

/** The names of what a record refers to, as they are now. */
export async function namesOf(db: Db | Tx, { organisation, tier }: CustomerFields) {
  const { rows } = await sql<{ organisation: string | null; tier: string | null }>`
    select (select name from baton.organisations where id = ${organisation}) as organisation,
      (select name from baton.tiers where id = ${tier}) as tier`.execute(db);
  return rows[0]!;
}

/** Writes down who changed what; the record is at its next version from then on. */
export async function insertChanges(
  tx: Tx,
  customerId: string,
  changes: FieldChange[],
  by: { actor: Actor; at: Date },
): Promise<void> {
  await tx
    .insertInto('baton.customer_changes')
    .values({
      customer_id: customerId,
      at: by.at,
      actor_kind: by.actor.kind,
      actor_id: by.actor.id,
      changes: JSON.stringify(changes),
    })
    .execute();
  await tx
    .updateTable('baton.customers')
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('id', '=', customerId)
    .execute();
}

/** A page of the changes of a record, the latest first, one beyond the limit. */
export async function changesOfCustomer(
  db: Db | Tx,
  customerId: string,
  before: number | undefined,
  limit: number,
) {
  let query = db
    .selectFrom('baton.customer_changes as c')
    .leftJoin('baton.agents as a', (join) =>
      join.onRef('a.id', '=', 'c.actor_id').on('c.actor_kind', '=', 'agent'),
    )
    .leftJoin('baton.keys as k', (join) =>
      join.onRef('k.id', '=', 'c.actor_id').on('c.actor_kind', '=', 'key'),
    )
    .select(['c.seq', 'c.at', 'c.actor_kind', 'c.actor_id', 'c.changes'])
    .select(sql<string | null>`coalesce(a.name, k.name)`.as('actor_name'))
    .where('c.customer_id', '=', customerId)
    .orderBy('c.seq', 'desc')
    .limit(limit + 1);
  if (before !== undefined) query = query.where('c.seq', '<', before);
  return query.execute();
}
export type ChangeRow = Awaited<ReturnType<typeof changesOfCustomer>>[number];

/** That the contact data were confirmed, and when they are to be confirmed again. */
export async function setReviewed(tx: Tx, id: string, at: Date, on: string): Promise<void> {
  await tx
    .updateTable('baton.customers')
    .set({ reviewed_at: at, review_on: sql<Date>`${on}::date` })
    .where('id', '=', id)
    .execute();
}
