import type { RuleAct, RuleIf, RuleWhen } from '@baton/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';

/** What a rule says. */
export type RuleContent = {
  name: string;
  teamId: string | null;
  active: boolean;
  when: RuleWhen;
  if: RuleIf;
  acts: RuleAct[];
};

/** A rule as it stands, with whoever made its last version. */
export type RuleRow = RuleContent & {
  id: string;
  version: number;
  sinceVersion: number;
  sinceAt: Date;
  teamName: string | null;
  changedAt: Date;
  changedById: string | null;
  changedByName: string | null;
};

/** A version of a rule, with whoever made it. */
export type VersionRow = RuleContent & {
  version: number;
  teamName: string | null;
  changedAt: Date;
  changedById: string | null;
  changedByName: string | null;
};

const content = sql`
  v.name, v.team_id as "teamId", t.name as "teamName", v.active,
  v.definition->'when' as "when", v.definition->'if' as "if", v.definition->'acts' as "acts",
  v.at as "changedAt", a.id as "changedById", a.name as "changedByName"`;

const named = sql`
  left join baton.teams t on t.id = v.team_id
  left join baton.agents a on a.id = v.actor_id and v.actor_kind = 'agent'`;

/** All rules in the order in which they act, those taken away left out. */
export async function allRules(db: Db | Tx): Promise<RuleRow[]> {
  const { rows } = await rulesWhere(sql`true`).execute(db);
  return rows;
}

/** One rule; null when there is none, or no longer. */
export async function ruleById(db: Db | Tx, id: string): Promise<RuleRow | null> {
  const { rows } = await rulesWhere(sql`r.id = ${id}`).execute(db);
  return rows[0] ?? null;
}

/** The rules in force, in the order in which they act. */
export async function rulesInForce(db: Db | Tx): Promise<RuleRow[]> {
  const { rows } = await rulesWhere(sql`v.active`).execute(db);
  return rows;
}

function rulesWhere(condition: ReturnType<typeof sql>) {
  return sql<RuleRow>`
    select r.id, r.version, r.since_version as "sinceVersion", r.since_at as "sinceAt", ${content}
    from baton.team_rules r
    join baton.team_rule_versions v on v.rule_id = r.id and v.version = r.version ${named}
    where r.removed_at is null and ${condition}
    order by r.place, r.id`;
}

/** Every version of a rule, the latest first. */
export async function versionsOf(db: Db | Tx, ruleId: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.version, ${content} from baton.team_rule_versions v ${named}
    where v.rule_id = ${ruleId} order by v.version desc`.execute(db);
  return rows;
}

/** What rules were last called, those taken away too. */
export async function namesOfRules(db: Db | Tx): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select r.id, v.name from baton.team_rules r
    join baton.team_rule_versions v on v.rule_id = r.id and v.version = r.version
    order by r.place, r.id`.execute(db);
  return rows;
}

/** One after the other: whoever changes the rules or their order waits for whoever does. */
export async function lockRules(tx: Tx): Promise<void> {
  await sql`lock table baton.team_rules in share row exclusive mode`.execute(tx);
}

/** Adds a rule after all others, in its first version, which is written with it. */
export async function insertRule(tx: Tx, id: string, now: Date): Promise<void> {
  await sql`
    insert into baton.team_rules (id, place, version, since_version, since_at)
    select ${id}::uuid, coalesce(max(place) + 1, 0), 1, 1, ${now} from baton.team_rules`.execute(
    tx,
  );
}

/** Writes a version; the rule itself is said to be in it by `setVersion`. */
export async function insertVersion(
  tx: Tx,
  rule: { id: string; version: number; content: RuleContent },
  by: { actor: Actor; now: Date },
): Promise<void> {
  const { name, teamId, active, ...definition } = rule.content;
  await tx
    .insertInto('baton.team_rule_versions')
    .values({
      rule_id: rule.id,
      version: rule.version,
      name,
      team_id: teamId,
      active,
      definition: JSON.stringify(definition),
      at: by.now,
      actor_kind: by.actor.kind,
      actor_id: by.actor.id,
    })
    .execute();
}

/** The rule is in this version from now on; `since` where its time begins to count anew. */
export async function setVersion(
  tx: Tx,
  id: string,
  version: number,
  since: Date | null,
): Promise<void> {
  await tx
    .updateTable('baton.team_rules')
    .set({ version, ...(since && { since_version: version, since_at: since }) })
    .where('id', '=', id)
    .execute();
}

/** Takes a rule away; its versions stay, because events name them. */
export async function removeRule(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('baton.team_rules').set({ removed_at: now }).where('id', '=', id).execute();
}

/** Puts the rules in this order. */
export async function orderRules(tx: Tx, ids: string[]): Promise<void> {
  await sql`
    update baton.team_rules set place = array_position(${ids}::uuid[], id) - 1
    where id = any(${ids}::uuid[])`.execute(tx);
}

/** The teams that an agent leads, and those below. */
export async function ledTeams(db: Db | Tx, agentId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive led as (
      select id from baton.teams where lead_id = ${agentId}
      union
      select t.id from baton.teams t join led on t.above_id = led.id
    )
    select id from led`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
