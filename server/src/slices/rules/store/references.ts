import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { Reference } from '../rules/references.ts';

/** Which of these are not there, or no longer in use. */
export async function missingOf<R extends Reference>(db: Db | Tx, named: R[]): Promise<R[]> {
  if (named.length === 0) return [];
  const asked = named.map(({ kind, id }, place) => ({ place, kind, id }));
  const { rows } = await sql<{ place: number }>`
    select r.place from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as r(place int, kind text, id uuid)
    where not case r.kind
      when 'team' then exists (select from baton.teams where id = r.id)
      when 'topic' then exists (select from baton.topics where id = r.id and active)
      when 'agent' then
        exists (select from baton.agents where id = r.id and active and role <> 'reader')
      when 'brand' then exists (select from baton.brands where id = r.id)
      when 'channel' then exists (select from baton.channels where id = r.id)
      when 'question' then
        exists (select from baton.topic_questions where id = r.id and not retired)
      else exists (
        select from baton.hand_over_reasons
        where id = r.id and active and substr(r.kind, 8) = any(directions))
      end`.execute(db);
  return rows.map(({ place }) => named[place]!);
}
