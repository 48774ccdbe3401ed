import type { RuleConditions } from '@baton/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { TopicRule } from '../rules/choose-topic.ts';

export type TopicRuleRow = TopicRule & { active: boolean; topicName: string };

/** All rules in the order in which they are looked at. */
export async function topicRules(db: Db | Tx): Promise<TopicRuleRow[]> {
  return (await rules(db).execute()).map(ruleOf);
}

/** The rules that choose now: those in force whose topic is. */
export async function rulesInForce(db: Db | Tx): Promise<TopicRuleRow[]> {
  const rows = await rules(db).where('r.active', '=', true).where('t.active', '=', true).execute();
  return rows.map(ruleOf);
}

export async function topicRuleById(db: Db | Tx, id: string): Promise<TopicRuleRow | null> {
  const row = await rules(db).where('r.id', '=', id).executeTakeFirst();
  return row ? ruleOf(row) : null;
}

function rules(db: Db | Tx) {
  return db
    .selectFrom('baton.topic_rules as r')
    .innerJoin('baton.topics as t', 't.id', 'r.topic_id')
    .select(['r.id', 'r.name', 'r.topic_id as topicId', 'r.active', 'r.conditions'])
    .select('t.name as topicName')
    .orderBy('r.place')
    .orderBy('r.id');
}

function ruleOf(row: Awaited<ReturnType<ReturnType<typeof rules>['execute']>>[number]) {
  return { ...row, conditions: row.conditions as RuleConditions };
}

/** One after the other: whoever changes the rules or their order waits for whoever does. */
export async function lockRules(tx: Tx): Promise<void> {
  await sql`lock table baton.topic_rules in share row exclusive mode`.execute(tx);
}

type Written = Omit<TopicRuleRow, 'topicName'>;

/** Adds a rule after all others. */
export async function insertRule(tx: Tx, { id, ...rule }: Written): Promise<void> {
  await sql`
    insert into baton.topic_rules (id, place, name, topic_id, active, conditions)
    select ${id}::uuid, coalesce(max(place) + 1, 0), ${rule.name}, ${rule.topicId}::uuid,
      ${rule.active}::boolean, ${JSON.stringify(rule.conditions)}::jsonb
    from baton.topic_rules`.execute(tx);
}

export async function updateRule(tx: Tx, { id, ...rule }: Written): Promise<void> {
  await tx
    .updateTable('baton.topic_rules')
    .set({
      name: rule.name,
      topic_id: rule.topicId,
      active: rule.active,
      conditions: JSON.stringify(rule.conditions),
    })
    .where('id', '=', id)
    .execute();
}

/** Puts the rules in this order. */
export async function orderRules(tx: Tx, ids: string[]): Promise<void> {
  await sql`
    update baton.topic_rules set place = array_position(${ids}::uuid[], id) - 1
    where id = any(${ids}::uuid[])`.execute(tx);
}

export async function deleteRule(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('baton.topic_rules').where('id', '=', id).execute();
}
