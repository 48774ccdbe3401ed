import type { Language } from '@baton/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/** What whoever speaks with a customer need not ask. */
export type SpokenRecord = {
  name: string;
  spelling: string | null;
  formOfAddress: string | null;
  language: Language | null;
  email: string | null;
  phone: string | null;
};

/** The first address or number of a customer, as it was written; null where there is none. */
export const firstOf = (kind: 'mail' | 'phone', customer: RawBuilder<unknown>) => sql`(
  select i.shown from baton.identities i where i.customer_id = ${customer} and i.kind = ${kind}
  order by i.place, i.value collate "C" limit 1)`;

/** Name, form of address, language, first mail address and number of a customer; null: nobody. */
export async function spokenRecord(db: Db | Tx, id: string): Promise<SpokenRecord | null> {
  const first = (kind: 'mail' | 'phone') => firstOf(kind, sql.ref('c.id'));
  const { rows } = await sql<SpokenRecord>`
    select c.name, c.spelling, c.form_of_address as "formOfAddress", c.language,
      ${first('mail')} as email, ${first('phone')} as phone
    from baton.customers c where c.id = ${id}`.execute(db);
  return rows[0] ?? null;
}
