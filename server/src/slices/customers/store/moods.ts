import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

export type MoodRow = {
  id: string;
  mood: string;
  at: Date;
  actor_kind: string;
  actor_id: string;
  actor_name: string | null;
  case: { id: string; number: number } | null;
};

/** So many are shown. */
const most = 50;

/** How a customer seemed, the latest first, with the names of whoever said so. */
export async function moodsOf(db: Db | Tx, customerId: string): Promise<MoodRow[]> {
  const { rows } = await sql<MoodRow>`
    select m.id, m.mood, m.at, m.actor_kind, m.actor_id, coalesce(a.name, k.name) as actor_name,
      (select jsonb_build_object('id', c.id, 'number', c.number) from baton.cases c
        where c.id = m.case_id) as case
    from baton.customer_moods m
    left join baton.agents a on a.id = m.actor_id and m.actor_kind = 'agent'
    left join baton.keys k on k.id = m.actor_id and m.actor_kind = 'key'
    where m.customer_id = ${customerId}
    order by m.at desc, m.id desc limit ${most}`.execute(db);
  return rows;
}

type NewMood = {
  id: string;
  customer_id: string;
  case_id: string | null;
  at: Date;
  mood: string;
  actor_kind: string;
  actor_id: string;
};

export async function insertMood(tx: Tx, mood: NewMood): Promise<void> {
  await tx.insertInto('baton.customer_moods').values(mood).execute();
}
