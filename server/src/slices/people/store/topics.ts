import type { Urgency } from '@baton/contract';
import { sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import type { Db, Tx } from '../../../platform/context.ts';

export type TopicRow = {
  id: string;
  name: string;
  parentId: string | null;
  /** Its own; null takes that of the topic above it. */
  teamId: string | null;
  urgency: Urgency | null;
  responsibleId: string | null;
  active: boolean;
};

/** What holds for the cases of a topic: its own, or that of the nearest topic above it. */
export type EffectiveTopic = Omit<TopicRow, 'parentId' | 'urgency'> & { urgency: Urgency };

/**
 * Every topic with what holds for its cases, and with the way to it: `path` begins at the root and
 * ends at the topic itself. There are no circles: whoever moves a topic sees to it.
 */
export const topicTree = sql`
  tree (id, team_id, urgency, responsible_id, path) as (
    select id, team_id, coalesce(urgency, 'normal'), responsible_id, array[id]
    from baton.topics where parent_id is null
    union all
    select t.id, coalesce(t.team_id, tree.team_id), coalesce(t.urgency, tree.urgency),
      coalesce(t.responsible_id, tree.responsible_id), tree.path || t.id
    from baton.topics t join tree on t.parent_id = tree.id)`;

/** A topic with what holds for its cases. */
export async function topicById(db: Db | Tx, id: string): Promise<EffectiveTopic | null> {
  const { rows } = await sql<EffectiveTopic>`
    with recursive ${topicTree}
    select t.id, t.name, t.active, tree.team_id as "teamId", tree.urgency,
      tree.responsible_id as "responsibleId"
    from tree join baton.topics t on t.id = tree.id where t.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function topicRow(db: Db | Tx, id: string): Promise<TopicRow | null> {
  const row = await db
    .selectFrom('baton.topics')
    .select(['id', 'name', 'parent_id as parentId', 'team_id as teamId', 'urgency', 'active'])
    .select('responsible_id as responsibleId')
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, urgency: row.urgency as Urgency | null } : null;
}

/** The names of the topics for which an agent is responsible. */
export async function topicsOfResponsible(db: Db | Tx, agentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('baton.topics')
    .select('name')
    .where('responsible_id', '=', agentId)
    .orderBy(byName('name'))
    .execute();
  return rows.map(({ name }) => name);
}

/** The names of the topics whose cases begin with a team. */
export async function topicsOfTeam(db: Db | Tx, teamId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('baton.topics')
    .select('name')
    .where('team_id', '=', teamId)
    .orderBy(byName('name'))
    .execute();
  return rows.map(({ name }) => name);
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

/** A topic with the names of what it has, and of what holds for its cases. */
export type TopicWithNames = {
  id: string;
  name: string;
  parent_id: string | null;
  team_id: string | null;
  team_name: string | null;
  urgency: string | null;
  responsible_id: string | null;
  responsible_name: string | null;
  active: boolean;
  effective_team_id: string | null;
  effective_team_name: string | null;
  effective_urgency: string;
  effective_responsible_id: string | null;
  effective_responsible_name: string | null;
  sort: string;
};

const withNames = sql`
  with recursive ${topicTree}
  select t.id, t.name, t.parent_id, t.active, t.urgency, t.team_id, t.responsible_id,
    own_team.name as team_name, own_agent.name as responsible_name,
    tree.team_id as effective_team_id, team.name as effective_team_name,
    tree.urgency as effective_urgency,
    tree.responsible_id as effective_responsible_id, agent.name as effective_responsible_name,
    ${byName('t.name')} as sort
  from baton.topics t join tree on tree.id = t.id
  left join baton.teams own_team on own_team.id = t.team_id
  left join baton.agents own_agent on own_agent.id = t.responsible_id
  left join baton.teams team on team.id = tree.team_id
  left join baton.agents agent on agent.id = tree.responsible_id`;

/** Topics by name, one beyond `limit`. */
export async function listTopics(
  db: Db | Tx,
  limit: number,
  after: readonly [string, string] | undefined,
): Promise<TopicWithNames[]> {
  const following = after
    ? sql`where (${byName('t.name')}, t.id) > (${after[0]}, ${after[1]}::uuid)`
    : sql``;
  const { rows } = await sql<TopicWithNames>`
    ${withNames} ${following} order by sort, t.id limit ${limit + 1}`.execute(db);
  return rows;
}

export async function topicWithNames(db: Db | Tx, id: string): Promise<TopicWithNames | null> {
  const { rows } = await sql<TopicWithNames>`${withNames} where t.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

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
    responsible_id: topic.responsibleId,
    active: topic.active,
  };
}
