import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import { scopeOf, visibleTo } from './scope.ts';

/** A case as it is named elsewhere. */
export type NamedCase = {
  id: string;
  number: number;
  subject: string;
  customer: string;
  due: Date | null;
  /** Urgent, or one where much is at stake. */
  pressing: boolean;
};

/** Those of these cases that an actor may see, with what they are named by. */
export async function casesNamed(db: Db | Tx, actor: Actor, ids: string[]): Promise<NamedCase[]> {
  if (ids.length === 0) return [];
  const scope = await scopeOf(db, actor);
  const { rows } = await sql<NamedCase>`
    select c.id, c.number, c.subject, cu.name as customer, c.due_at as due,
      c.urgency = 'urgent' or c.high_stakes as pressing
    from baton.cases c join baton.customers cu on cu.id = c.customer_id
    where c.id = any(${ids}::uuid[]) and ${visibleTo(scope)}`.execute(db);
  return rows;
}

/** How a case stands, for whoever shows it: from another version on, what they show is old. */
export type Standing = { id: string; version: number; owner: string | null };

/** Those of these cases that an actor may see, as they stand now. */
export async function standingOf(db: Db, actor: Actor, ids: string[]): Promise<Standing[]> {
  const scope = await scopeOf(db, actor);
  const { rows } = await sql<Standing>`
    select c.id, c.version, c.owner_id as owner from baton.cases c
    where c.id = any(${ids}::uuid[]) and ${visibleTo(scope)}`.execute(db);
  return rows;
}
