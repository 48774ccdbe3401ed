import type { Language } from '@baton/contract';
import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import type { DB } from '../../../platform/database-types.ts';
import type { IdentityKind } from '../rules/identity.ts';

/**
 * Which customers an actor may see (invariant 10), as a condition on `baton.customers as customer`;
 * null: all of them.
 */
export type CustomerScope = (db: Db | Tx, actor: Actor) => Promise<Expression<SqlBool> | null>;

/** What mail and cases need to know of a customer. */
export async function customerById(db: Db | Tx, id: string) {
  const row = await db
    .selectFrom('baton.customers')
    .select(['id', 'name', 'language', 'zone'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, language: row.language as Language | null } : null;
}

/** Who a customer is by now: the one into whom they were merged, and so on; null: nobody. */
export async function survivorOf(db: Db | Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with recursive chain as (
      select id, merged_into from baton.customers where id = ${id}
      union all
      select c.id, c.merged_into from chain join baton.customers c on c.id = chain.merged_into)
    select id from chain where merged_into is null`.execute(db);
  return rows[0]?.id ?? null;
}

/**
 * The same, kept until the end of the transaction: whoever makes this customer another's waits, or
 * has done so before.
 */
export async function holdSurvivor(tx: Tx, id: string): Promise<string | null> {
  const survivor = await survivorOf(tx, id);
  if (survivor === null) return null;
  const { rows } = await sql<{ into: string | null }>`
    select merged_into as into from baton.customers where id = ${survivor} for key share`.execute(
    tx,
  );
  return rows[0]?.into ? holdSurvivor(tx, survivor) : survivor;
}

/**
 * One customer with identities, if it is within the scope; one who was merged, if the customer who
 * they turned out to be is.
 */
export async function visibleCustomer(
  db: Db | Tx,
  id: string,
  scope: Expression<SqlBool> | null,
): Promise<CustomerRow | null> {
  const survivor = await survivorOf(db, id);
  if (survivor === null) return null;
  const found = await customers(db, scope).where('customer.id', '=', survivor).executeTakeFirst();
  if (!found || survivor === id) return found ?? null;
  return (await customers(db, null).where('customer.id', '=', id).executeTakeFirst()) ?? null;
}

export type CustomerSearch = {
  /** A whole mail address. */
  email?: string | undefined;
  /** Beginnings of the words of a name, or the beginning of an address, number or handle. */
  q?: string | undefined;
  organisation?: string | undefined;
  tier?: string | undefined;
  limit: number;
  after: readonly [string, string] | undefined;
};

/** Customers within the scope, the latest first, one beyond the limit; none that were merged. */
export async function listCustomers(
  db: Db | Tx,
  { email, q, organisation, tier, limit, after }: CustomerSearch,
  scope: Expression<SqlBool> | null,
): Promise<CustomerRow[]> {
  let query = customers(db, scope)
    .where('customer.merged_into', 'is', null)
    .orderBy('customer.created_at', 'desc')
    .orderBy('customer.id', 'desc')
    .limit(limit + 1);
  if (email !== undefined) {
    query = query.where(sql<boolean>`customer.id in (select customer_id from baton.identities
      where kind = 'mail' and value = ${email.trim().toLowerCase()})`);
  }
  if (q !== undefined && q.trim() !== '') query = query.where(matches(q.trim()));
  if (organisation !== undefined)
    query = query.where('customer.organisation_id', '=', organisation);
  if (tier !== undefined) query = query.where('customer.tier_id', '=', tier);
  if (after) {
    query = query.where(
      sql<boolean>`(customer.created_at, customer.id) < (${after[0]}, ${after[1]}::uuid)`,
    );
  }
  return query.execute();
}

/** Probes of a few indexes; each finds few, so that sorting what they found is cheap. */
function matches(q: string) {
  const words = q
    .split(/\s+/)
    .map((word) => `'${word.replaceAll(/['\\]/g, (sign) => sign + sign)}':*`)
    .join(' & ');
  const plain = q.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`);
  return sql<boolean>`customer.id in (
    select id from baton.customers
      where to_tsvector('pg_catalog.simple', name) @@ to_tsquery('pg_catalog.simple', ${words})
    union select customer_id from baton.identities where value like ${`${plain}%`}
    union select c.id from baton.customers c join baton.organisations o on o.id = c.organisation_id
      where ' ' || lower(o.name) like ${`% ${plain}%`})`;
}

function customers(db: Db | Tx, scope: Expression<SqlBool> | null) {
  const query = db
    .selectFrom('baton.customers as customer')
    .select([
      'customer.id',
      'customer.name',
      'customer.spelling',
      'customer.form_of_address',
      'customer.preferred_way',
      'customer.style',
      'customer.language',
      'customer.zone',
      'customer.value_cents',
      'customer.value_currency',
      'customer.value_per',
      'customer.value_source',
      'customer.reviewed_at',
      'customer.created_at',
      'customer.version',
    ])
    .select([
      sql<string | null>`customer.value_on::text`.as('value_on'),
      sql<string | null>`customer.review_on::text`.as('review_on'),
      sql<Date>`clock_timestamp()`.as('now'),
    ])
    .select(belongings);
  return scope ? query.where(scope) : query;
}
/** Identities, numbers, and what a record refers to. */
function belongings(
  select: ExpressionBuilder<DB & { customer: DB['baton.customers'] }, 'customer'>,
) {
  return [
    jsonArrayFrom(
      select
        .selectFrom('baton.identities as i')
        .select(['i.id', 'i.kind', 'i.shown', 'i.verified_at'])
        .whereRef('i.customer_id', '=', 'customer.id')
        .orderBy('i.place')
        .orderBy(sql`i.value collate "C"`),
    ).as('identities'),
    jsonArrayFrom(
      select
        .selectFrom('baton.customer_references as r')
        .select(['r.id', 'r.kind', 'r.label', 'r.ending'])
        .whereRef('r.customer_id', '=', 'customer.id')
        .orderBy('r.created_at')
        .orderBy('r.id'),
    ).as('references'),
    jsonObjectFrom(
      select
        .selectFrom('baton.organisations as o')
        .select(['o.id', 'o.name'])
        .whereRef('o.id', '=', 'customer.organisation_id'),
    ).as('organisation'),
    jsonObjectFrom(
      select
        .selectFrom('baton.tiers as t')
        .select(['t.id', 't.name', 't.adds'])
        .whereRef('t.id', '=', 'customer.tier_id'),
    ).as('tier'),
    jsonObjectFrom(
      select
        .selectFrom('baton.customers as s')
        .select(['s.id', 's.name'])
        .whereRef('s.id', '=', 'customer.merged_into'),
    ).as('survivor'),
  ];
}
export type CustomerRow = Awaited<ReturnType<ReturnType<typeof customers>['execute']>>[number];

/** Takes back a customer that was made a moment ago in the same transaction. */
export async function deleteCustomer(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('baton.customers').where('id', '=', id).execute();
}

/** The customer to whom an identity belongs. */
export async function customerWithIdentity(
  db: Db | Tx,
  kind: IdentityKind,
  value: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('baton.identities')
    .select('customer_id')
    .where('kind', '=', kind)
    .where('value', '=', value)
    .executeTakeFirst();
  return row?.customer_id ?? null;
}

/** The address that a customer is written to; null when there is none. */
export async function primaryMail(db: Db | Tx, customerId: string): Promise<string | null> {
  const row = await db
    .selectFrom('baton.identities')
    .select('shown')
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'mail')
    .orderBy('place')
    .orderBy(sql`value collate "C"`)
    .limit(1)
    .executeTakeFirst();
  return row?.shown ?? null;
}
