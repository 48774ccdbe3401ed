import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
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

/** Which of `baton.cases as c` an actor may see, as a condition. */
export type CaseScope = (db: Db | Tx, actor: Actor) => Promise<RawBuilder<boolean>>;

/** So many are shown. */
const most = 50;

/**
 * How a customer seemed, the latest first, with the names of whoever said so.
 * @param seen the condition on the cases that are named
 */
export async function moodsOf(
  db: Db | Tx,
  customerId: string,
  seen: RawBuilder<boolean>,
): Promise<MoodRow[]> {
  const { rows } = await sql<MoodRow>`
    select m.id, m.mood, m.at, m.actor_kind, m.actor_id, coalesce(a.name, k.name) as actor_name,
      (select jsonb_build_object('id', c.id, 'number', c.number) from baton.cases c
        where c.id = m.case_id and ${seen}) as case
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

/** What was noted at a case is of whoever is its customer now. */
export async function moveMoodsOfCase(tx: Tx, caseId: string): Promise<void> {
  await sql`
    update baton.customer_moods m set customer_id = c.customer_id from baton.cases c
    where m.case_id = ${caseId} and c.id = m.case_id`.execute(tx);
}

export async function moveMoods(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx
    .updateTable('baton.customer_moods')
    .set({ customer_id: toId })
    .where('customer_id', '=', fromId)
    .execute();
}
