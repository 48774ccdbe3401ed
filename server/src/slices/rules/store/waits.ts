import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { Wait } from '../rules/waits.ts';

/** What waits on a case, by rule. The case must be locked. */
export async function waitsOf(tx: Tx, caseId: string): Promise<Map<string, Wait>> {
  const rows = await tx
    .selectFrom('baton.rule_waits')
    .select(['case_id as caseId', 'rule_id as ruleId', 'since_version as sinceVersion', 'anchor'])
    .select(['due_at as dueAt', 'done'])
    .where('case_id', '=', caseId)
    .execute();
  return new Map(rows.map((row) => [row.ruleId, row]));
}

/** Writes what waits on cases that are locked by this transaction. */
export async function putWaits(tx: Tx, waits: Wait[]): Promise<void> {
  if (waits.length === 0) return;
  const rows = waits.map((one) => ({
    case_id: one.caseId,
    rule_id: one.ruleId,
    since_version: one.sinceVersion,
    anchor: one.anchor,
    due_at: one.dueAt,
    done: one.done,
  }));
  await sql`
    insert into baton.rule_waits
    select * from jsonb_populate_recordset(null::baton.rule_waits, ${JSON.stringify(rows)}::jsonb)
    on conflict (case_id, rule_id) do update set since_version = excluded.since_version,
      anchor = excluded.anchor, due_at = excluded.due_at, done = excluded.done`.execute(tx);
}

/** Up to `limit` waits that are due at `now`, soonest first. */
export async function dueWaits(db: Db | Tx, now: Date, limit: number) {
  return db
    .selectFrom('baton.rule_waits')
    .select(['case_id as caseId', 'rule_id as ruleId'])
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute();
}

/** When the next wait is due; null when there is none. */
export async function nextWait(db: Db | Tx): Promise<Date | null> {
  const row = await db
    .selectFrom('baton.rule_waits')
    .select('due_at')
    .where('due_at', 'is not', null)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at ?? null;
}

/** What could not be done is tried again then. */
export async function postpone(
  db: Db | Tx,
  { caseId, ruleId }: Pick<Wait, 'caseId' | 'ruleId'>,
  until: Date,
): Promise<void> {
  await db
    .updateTable('baton.rule_waits')
    .set({ due_at: until })
    .where('case_id', '=', caseId)
    .where('rule_id', '=', ruleId)
    .where('due_at', 'is not', null)
    .execute();
}

/** Up to `limit` cases in somebody's hands, by number, after one. */
export async function heldCases(db: Db | Tx, after: number, limit: number) {
  return db
    .selectFrom('baton.cases')
    .select(['id', 'number'])
    .where('number', '>', after)
    .where('status', 'in', ['open', 'waiting', 'solved'])
    .orderBy('number')
    .limit(limit)
    .execute();
}
