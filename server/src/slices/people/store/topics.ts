import type { Urgency } from '@baton/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

export type TopicRow = {
  id: string;
  name: string;
  parentId: string | null;
  /** Its own team, before inheriting. */
  teamId: string | null;
  urgency: Urgency;
  active: boolean;
};

/** A topic with the team to which its cases go first: its own, or that of the nearest above it. */
export async function topicById(
  db: Db | Tx,
  id: string,
): Promise<Omit<TopicRow, 'parentId'> | null> {
  const topic = await topicRow(db, id);
  if (!topic) return null;
  const { parentId: _, ...rest } = topic;
  if (topic.teamId !== null) return rest;
  const { rows } = await sql<{ team_id: string }>`
    with recursive up (id, parent_id, team_id, steps) as (
      select id, parent_id, team_id, 0 from baton.topics where id = ${id}
      union all
      select t.id, t.parent_id, t.team_id, up.steps + 1
      from up join baton.topics t on t.id = up.parent_id
    )
    select team_id from up where team_id is not null order by steps limit 1`.execute(db);
  return { ...rest, teamId: rows[0]?.team_id ?? null };
}

export async function topicRow(db: Db | Tx, id: string): Promise<TopicRow | null> {
  const row = await db
    .selectFrom('baton.topics')
    .select(['id', 'name', 'parent_id as parentId', 'team_id as teamId', 'urgency', 'active'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, urgency: row.urgency as Urgency } : null;
}

/** Whether `id` is `topicId` or stands somewhere below it. */
export async function standsBelow(tx: Tx, id: string, topicId: string): Promise<boolean> {
  const { rows } = await sql`
    with recursive up (id, parent_id) as (
      select id, parent_id from baton.topics where id = ${id}
      union
      select t.id, t.parent_id from up join baton.topics t on t.id = up.parent_id
    )
    select 1 from up where id = ${topicId}`.execute(tx);
  return rows.length > 0;
}

/** Topics by name, one beyond `limit`, with the names of their teams. */
export async function listTopics(
  db: Db | Tx,
  limit: number,
  after: readonly [string, string] | undefined,
): Promise<TopicWithTeam[]> {
  let query = topicsWithTeam(db)
    .orderBy('sort')
    .orderBy('t.id')
    .limit(limit + 1);
  if (after) {
    query = query.where(
      sql<boolean>`(lower(t.name) collate "C", t.id) > (${after[0]}, ${after[1]}::uuid)`,
    );
  }
  return query.execute();
}

export async function topicWithTeam(db: Db | Tx, id: string): Promise<TopicWithTeam | null> {
  return (await topicsWithTeam(db).where('t.id', '=', id).executeTakeFirst()) ?? null;
}

function topicsWithTeam(db: Db | Tx) {
  return db
    .selectFrom('baton.topics as t')
    .leftJoin('baton.teams as team', 'team.id', 't.team_id')
    .select(['t.id', 't.name', 't.parent_id', 't.urgency', 't.active'])
    .select(['t.team_id', 'team.name as team_name'])
    .select(sql<string>`lower(t.name) collate "C"`.as('sort'));
}
export type TopicWithTeam = Awaited<
  ReturnType<ReturnType<typeof topicsWithTeam>['execute']>
>[number];

export async function insertTopic(tx: Tx, topic: TopicRow): Promise<void> {
  await tx
    .insertInto('baton.topics')
    .values({ id: topic.id, ...toColumns(topic) })
    .execute();
}

export async function updateTopic(tx: Tx, topic: TopicRow): Promise<void> {
  await tx.updateTable('baton.topics').set(toColumns(topic)).where('id', '=', topic.id).execute();
}

export async function deleteTopicRow(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('baton.topics').where('id', '=', id).execute();
}

function toColumns(topic: TopicRow) {
  return {
    name: topic.name,
    parent_id: topic.parentId,
    team_id: topic.teamId,
    urgency: topic.urgency,
    active: topic.active,
  };
}
