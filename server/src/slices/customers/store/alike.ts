import { type Expression, sql, type SqlBool } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { IdentityKind } from '../rules/identity.ts';

export type Likeness = {
  /** Who is compared; null while they are not written down yet. */
  id: string | null;
  name: string | null;
  organisation: string | null;
  identities: { kind: IdentityKind; value: string }[];
};

export type AlikeRow = {
  id: string;
  name: string;
  organisation: { id: string; name: string } | null;
  identities: string[];
  phone: boolean;
  identity: boolean;
  sameName: boolean;
  sameOrganisation: boolean;
};

/** How many are suggested at most. */
const most = 10;
/** Of a number, written with or without the prefix of its country, so many last digits decide. */
const tail = 8;

/** Customers within the scope who may be the same person: the same number, or the same name. */
export async function alikeCustomers(
  db: Db | Tx,
  like: Likeness,
  scope: Expression<SqlBool> | null,
): Promise<AlikeRow[]> {
  const phones = like.identities
    .filter(({ kind }) => kind === 'phone')
    .map(({ value }) => value.replaceAll(/\D/g, ''))
    .filter((digits) => digits.length >= 7)
    .map((digits) => digits.slice(-tail));
  const values = like.identities.map(({ value }) => value);
  const name = like.name?.trim().toLowerCase() ?? null;
  const { rows } = await sql<AlikeRow>`
    with found as (
      select customer_id as id, true as phone, false as identity, false as name
      from baton.identities
      where kind = 'phone'
        and right(regexp_replace(value, '[^0-9]', '', 'g'), 8) = any(${phones}::text[])
      union all
      select customer_id, false, true, false from baton.identities
      where value = any(${values}::text[])
      union all
      select id, false, false, true from baton.customers where lower(name) = ${name}
    ), one as (
      select id, bool_or(phone) as phone, bool_or(identity) as identity, bool_or(name) as name
      from found where id is distinct from ${like.id}::uuid group by id)
    select customer.id, customer.name, one.phone, one.identity, one.name as "sameName",
      coalesce(customer.organisation_id = ${like.organisation}::uuid, false) as "sameOrganisation",
      (select jsonb_build_object('id', o.id, 'name', o.name) from baton.organisations o
        where o.id = customer.organisation_id) as organisation,
      coalesce((select jsonb_agg(i.shown order by i.place) from baton.identities i
        where i.customer_id = customer.id), '[]') as identities
    from one join baton.customers customer on customer.id = one.id
    where customer.merged_into is null and ${scope ?? sql`true`}
      -- The same name at two different organisations is no likeness.
      and (one.phone or one.identity or customer.organisation_id is null
        or ${like.organisation}::uuid is null
        or customer.organisation_id = ${like.organisation}::uuid)
    order by one.identity desc, one.phone desc, "sameOrganisation" desc, customer.created_at, customer.id
    limit ${most}`.execute(db);
  return rows;
}
