import type { Language } from '@baton/contract';
import { sql } from 'kysely';
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

/** Name, form of address, language, first mail address and number of a customer; null: nobody. */
export async function spokenRecord(db: Db | Tx, id: string): Promise<SpokenRecord | null> {
  const first = (kind: 'mail' | 'phone') => sql`(
    select i.shown from baton.identities i where i.customer_id = c.id and i.kind = ${kind}
    order by i.place, i.value collate "C" limit 1)`;
  const { rows } = await sql<SpokenRecord>`
    select c.name, c.spelling, c.form_of_address as "formOfAddress", c.language,
      ${first('mail')} as email, ${first('phone')} as phone
    from baton.customers c where c.id = ${id}`.execute(db);
  return rows[0] ?? null;
}
