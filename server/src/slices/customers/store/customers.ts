import type { Language } from '@baton/contract';
import { type Expression, sql, type SqlBool } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import type { IdentityKind } from '../rules/identity.ts';

/**
 * Which customers an actor may see (invariant 10), as a condition on `baton.customers as customer`;
 * null: all of them.
 */
export type CustomerScope = (db: Db | Tx, actor: Actor) => Promise<Expression<SqlBool> | null>;

export type CustomerFields = {
  id: string;
  name: string;
  language: Language | null;
  zone: string | null;
};

export async function customerById(db: Db | Tx, id: string): Promise<CustomerFields | null> {
  const row = await fieldsOf(db, id).executeTakeFirst();
  return row ? { ...row, language: row.language as Language | null } : null;
}

/** The same, for changing it: whoever comes second sees what the first has written. */
export async function lockCustomer(tx: Tx, id: string): Promise<CustomerFields | null> {
  const row = await fieldsOf(tx, id).forNoKeyUpdate().executeTakeFirst();
  return row ? { ...row, language: row.language as Language | null } : null;
}

function fieldsOf(db: Db | Tx, id: string) {
  return db
    .selectFrom('baton.customers')
    .select(['id', 'name', 'language', 'zone'])
    .where('id', '=', id);
}

/** One customer with identities, if it is within the scope. */
export async function visibleCustomer(
  db: Db | Tx,
  id: string,
  scope: Expression<SqlBool> | null,
): Promise<CustomerRow | null> {
  return (await customers(db, scope).where('customer.id', '=', id).executeTakeFirst()) ?? null;
}

export type CustomerSearch = {
  /** A whole mail address. */
  email?: string | undefined;
  /** Beginnings of the words of a name, or the beginning of an address, number or handle. */
  q?: string | undefined;
  limit: number;
  after: readonly [string, string] | undefined;
};

/** Customers within the scope, the latest first, one beyond the limit. */
export async function listCustomers(
  db: Db | Tx,
  { email, q, limit, after }: CustomerSearch,
  scope: Expression<SqlBool> | null,
): Promise<CustomerRow[]> {
  let query = customers(db, scope)
    .orderBy('customer.created_at', 'desc')
    .orderBy('customer.id', 'desc')
    .limit(limit + 1);
  if (email !== undefined) {
    query = query.where(sql<boolean>`customer.id in (select customer_id from baton.identities
      where kind = 'mail' and value = ${email.trim().toLowerCase()})`);
  }
  if (q !== undefined && q.trim() !== '') query = query.where(matches(q.trim()));
  if (after) {
    query = query.where(
      sql<boolean>`(customer.created_at, customer.id) < (${after[0]}, ${after[1]}::uuid)`,
    );
  }
  return query.execute();
}

/** Two probes of two indexes; each finds few, so that sorting what they found is cheap. */
function matches(q: string) {
  const words = q
    .split(/\s+/)
    .map((word) => `'${word.replaceAll(/['\\]/g, (sign) => sign + sign)}':*`)
    .join(' & ');
  const prefix = `${q.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql<boolean>`customer.id in (
    select id from baton.customers
      where to_tsvector('pg_catalog.simple', name) @@ to_tsquery('pg_catalog.simple', ${words})
    union select customer_id from baton.identities where value like ${prefix})`;
}

function customers(db: Db | Tx, scope: Expression<SqlBool> | null) {
  const query = db
    .selectFrom('baton.customers as customer')
    .select([
      'customer.id',
      'customer.name',
      'customer.language',
      'customer.zone',
      'customer.created_at',
    ])
    .select((select) =>
      jsonArrayFrom(
        select
          .selectFrom('baton.identities as i')
          .select(['i.kind', 'i.shown'])
          .whereRef('i.customer_id', '=', 'customer.id')
          .orderBy('i.place')
          .orderBy(sql`i.value collate "C"`),
      ).as('identities'),
    )
    .select((select) =>
      jsonArrayFrom(
        select
          .selectFrom('baton.customer_references as r')
          .select(['r.id', 'r.kind', 'r.label', 'r.ending'])
          .whereRef('r.customer_id', '=', 'customer.id')
          .orderBy('r.created_at')
          .orderBy('r.id'),
      ).as('references'),
    );
  return scope ? query.where(scope) : query;
}
export type CustomerRow = Awaited<ReturnType<ReturnType<typeof customers>['execute']>>[number];

export async function insertCustomer(tx: Tx, customer: CustomerFields, now: Date): Promise<void> {
  await tx
    .insertInto('baton.customers')
    .values({ ...customer, created_at: now })
    .execute();
}

export async function updateCustomer(tx: Tx, { id, ...fields }: CustomerFields): Promise<void> {
  await tx.updateTable('baton.customers').set(fields).where('id', '=', id).execute();
}

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
