import { sql } from 'kysely';
import { plus } from '../../../kernel/instant.ts';
import type { Db, Tx } from '../../../platform/context.ts';

const undecided = sql<boolean>`(desk_state = 'queued' or (push_state = 'queued' and push_id is null))`;

/**
 * Agents of whom something waits for a decision about the desk or a push, oldest first: it was held
 * back until now, or stands there for `gatherMs`.
 */
export async function agentsToTell(
  db: Db | Tx,
  { now, gatherMs }: { now: Date; gatherMs: number },
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ agentId: string }>`
    select agent_id as "agentId" from baton.notices
    where ${undecided}
      and case when push_from is null then at <= ${plus(now, -gatherMs)} else push_from <= ${now} end
    group by agent_id order by min(at) limit ${limit}`.execute(db);
  return rows.map(({ agentId }) => agentId);
}

/** More than so many notices are not decided at once; the rest at the next look. */
const atOnce = 200;

/**
 * Locks what of an agent's notices is to be decided, oldest first; what another server holds is
 * left to it.
 */
export async function lockUndecided(tx: Tx, agentId: string, now: Date) {
  return tx
    .selectFrom('baton.notices')
    .select(['id', 'kind', 'case_id as caseId', 'at', 'seen_at as seenAt'])
    .select(['desk_state as deskState', 'push_from as pushFrom'])
    .where('agent_id', '=', agentId)
    .where(undecided)
    .where((eb) => eb.or([eb('push_from', 'is', null), eb('push_from', '<=', now)]))
    .orderBy('at')
    .orderBy('id')
    .limit(atOnce)
    .forUpdate()
    .skipLocked()
    .execute();
}
export type UndecidedNotice = Awaited<ReturnType<typeof lockUndecided>>[number];

/** These stand in the desk as something new; or do not, and why. */
export async function settleDesk(tx: Tx, ids: string[], why: string | null): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('baton.notices')
    .set({ desk_state: why === null ? 'told' : 'suppressed', desk_reason: why })
    .where('id', 'in', ids)
    .execute();
}

/** No push tells these, and why. */
export async function suppressPush(tx: Tx, ids: string[], why: string, now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('baton.notices')
    .set({ push_state: 'suppressed', push_reason: why, push_at: now })
    .where('id', 'in', ids)
    .execute();
}

/** A push of these waits until then: nobody is at work who would look at it. */
export async function holdPush(tx: Tx, ids: string[], until: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('baton.notices')
    .set({ push_from: until, push_hold: 'outside_hours' })
    .where('id', 'in', ids)
    .execute();
}

/** These are told by this push; their fate is its fate. */
export async function markPushed(tx: Tx, ids: string[], pushId: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('baton.notices').set({ push_id: pushId }).where('id', 'in', ids).execute();
}

/** What a push tells, oldest first, as far as it was not seen. */
export async function unseenOfPush(db: Db | Tx, pushId: string) {
  return db
    .selectFrom('baton.notices')
    .select(['kind', 'case_id as caseId', 'data'])
    .where('push_id', '=', pushId)
    .where('seen_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** What became of the push that tells notices; what became of it first stays. */
export async function settlePushed(
  tx: Tx,
  pushId: string,
  fate: { state: 'sent' | 'refused' | 'suppressed'; reason: string | null; at: Date },
): Promise<void> {
  await tx
    .updateTable('baton.notices')
    .set({ push_state: fate.state, push_reason: fate.reason, push_at: fate.at })
    .where('push_id', '=', pushId)
    .where('push_state', '=', 'queued')
    .execute();
}
