import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';

/** Which cases an actor may see: all, or those of an agent and the agent's teams. */
export type Scope = { all: true } | { all: false; agentId: string | null; teamIds: string[] };

/**
 * What an actor may see (invariant 10): readers, administrators and Baton itself everything; an
 * agent their teams' cases, a lead also those of the teams below. A key that acts as itself is in
 * no team: with the role of an agent or a lead it sees nothing.
 */
export async function scopeOf(tx: Tx | Db, actor: Actor): Promise<Scope> {
  if (actor.kind === 'customer' || actor.kind === 'baton') return { all: true };
  if (actor.role === 'admin' || actor.role === 'reader') return { all: true };
  if (actor.kind === 'key') return { all: false, agentId: null, teamIds: [] };
  const { rows } = await sql<{ id: string }>`
    with recursive led as (
      select id from baton.teams where lead_id = ${actor.id}
      union
      select t.id from baton.teams t join led on t.above_id = led.id
    )
    select id from led
    union select team_id from baton.team_members where agent_id = ${actor.id}`.execute(tx);
  return { all: false, agentId: actor.id, teamIds: rows.map(({ id }) => id) };
}

/**
 * The condition on `baton.cases as c` (or another alias) that keeps to a scope: cases of the
 * agent's teams, those they hold, held, help with or follow, and all of a customer whose case
 * they hold.
 */
export function visibleTo(scope: Scope, alias = 'c'): RawBuilder<boolean> {
  return sql`(${sql.join(visibleParts(scope, alias), sql` or `)})`;
}

/**
 * The same condition in parts, each of which an index answers in the order of a list: a list of
 * the first fifty is then the first fifty of each part, and never a walk through all cases.
 */
export function visibleParts(scope: Scope, alias = 'c'): RawBuilder<boolean>[] {
  const c = (column: string) => sql.ref(`${alias}.${column}`);
  if (scope.all) return [sql`true`];
  const { agentId, teamIds } = scope;
  if (!agentId) return [sql`false`];
  return [
    // Written out: the plan that is kept must know whether the team has three cases or most of all.
    ...teamIds.map((id) => sql<boolean>`${c('team_id')} = ${sql.lit(id)}`),
    sql<boolean>`${c('owner_id')} = ${agentId}`,
    sql<boolean>`${c('id')} in (
      select case_id from baton.case_agents
      where agent_id = ${agentId} and (held or follows)
      union all select case_id from baton.tasks where agent_id = ${agentId})`,
    sql<boolean>`${c('customer_id')} in (
      select customer_id from baton.cases
      where owner_id = ${agentId} and status in ('open', 'waiting', 'solved'))`,
  ];
}

/** Whether an actor may see a customer. */
export async function seesCustomer(db: Tx | Db, actor: Actor, customerId: string) {
  const condition = (await customerScope(db, actor)) ?? sql`true`;
  const { rows } = await sql`
    select 1 from baton.customers customer
    where customer.id = ${customerId} and ${condition}`.execute(db);
  return rows.length > 0;
}

/**
 * The condition on `baton.customers as customer` that keeps to what an actor may see: customers of
 * visible cases, and those who have no case yet; null: all. Who was merged is not among them.
 */
export async function customerScope(
  db: Tx | Db,
  actor: Actor,
): Promise<RawBuilder<boolean> | null> {
  return customersWithin(await scopeOf(db, actor));
}

/** The same condition for a scope that is known. */
export function customersWithin(scope: Scope): RawBuilder<boolean> | null {
  if (scope.all) return null;
  return sql<boolean>`(customer.merged_into is null and (
    exists (
      select 1 from baton.cases c where c.customer_id = customer.id and ${visibleTo(scope)})
    or not exists (select 1 from baton.cases c where c.customer_id = customer.id)))`;
}
