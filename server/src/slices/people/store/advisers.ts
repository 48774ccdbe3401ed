import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/** An agent of a help chain; `present` is whether they can be asked now. */
export type Adviser = { id: string; name: string; present: boolean };
type Row = Adviser & { topicId: string };

/**
 * The help chain of a topic in the order of asking: its own, or that of the nearest topic above it
 * that has one; none where none has.
 */
export async function chainOf(db: Db | Tx, topicId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with recursive up (id, parent_id, steps) as (
      select id, parent_id, 0 from baton.topics where id = ${topicId}
      union all
      select t.id, t.parent_id, up.steps + 1
      from up join baton.topics t on t.id = up.parent_id
    ),
    nearest as (
      select up.id from up
      where exists (select 1 from baton.topic_advisers ta where ta.topic_id = up.id)
      order by up.steps limit 1
    )
    select ta.topic_id as "topicId", a.id, a.name,
      a.active and a.role <> 'reader' and a.absence_id is null as present
    from nearest join baton.topic_advisers ta on ta.topic_id = nearest.id
    join baton.agents a on a.id = ta.agent_id
    order by ta.place`.execute(db);
  return rows;
}

/** Sets the help chain of a topic; an empty one gives it that of the topic above it. */
export async function setChain(tx: Tx, topicId: string, agentIds: string[]): Promise<void> {
  await tx.deleteFrom('baton.topic_advisers').where('topic_id', '=', topicId).execute();
  if (agentIds.length === 0) return;
  await tx
    .insertInto('baton.topic_advisers')
    .values(agentIds.map((agent_id, place) => ({ topic_id: topicId, agent_id, place })))
    .execute();
}
