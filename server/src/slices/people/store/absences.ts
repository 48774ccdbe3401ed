import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { Absence } from '../rules/absence.ts';

/** Whoever writes an absence holds the lock of its agent's row; see `lockAgent`. */
export async function absenceById(db: Db | Tx, id: string): Promise<Absence | null> {
  const row = await absences(db).where('id', '=', id).executeTakeFirst();
  return row ? (row as Absence) : null;
}

/** What an agent has planned, and what runs. */
export async function comingAbsences(db: Db | Tx, agentId: string): Promise<Absence[]> {
  const rows = await absences(db)
    .where('agent_id', '=', agentId)
    .where('state', 'in', ['planned', 'running'])
    .orderBy('from_at')
    .execute();
  return rows as Absence[];
}

function absences(db: Db | Tx) {
  return db
    .selectFrom('baton.absences')
    .select(['id', 'agent_id as agentId', 'from_at as from', 'until_at as until', 'reason'])
    .select(['cover_id as coverId', 'state', 'handed_over_at as handedOverAt'])
    .select(['ended_at as endedAt', 'version']);
}

export async function insertAbsence(
  tx: Tx,
  absence: Absence,
  created: { at: Date; by: string | null },
): Promise<void> {
  await tx
    .insertInto('baton.absences')
    .values({
      id: absence.id,
      agent_id: absence.agentId,
      created_at: created.at,
      created_by: created.by,
      ...toColumns(absence),
    })
    .execute();
}

/** Writes an absence as it is now, and with it whether its agent is present. */
export async function updateAbsence(tx: Tx, absence: Absence): Promise<void> {
  await tx
    .updateTable('baton.absences')
    .set(toColumns(absence))
    .where('id', '=', absence.id)
    .execute();
  const agent = tx.updateTable('baton.agents').where('id', '=', absence.agentId);
  await (
    absence.state === 'running'
      ? agent.set({ absence_id: absence.id })
      : agent.set({ absence_id: null }).where('absence_id', '=', absence.id)
  ).execute();
}

function toColumns(absence: Absence) {
  return {
    from_at: absence.from,
    until_at: absence.until,
    reason: absence.reason,
    cover_id: absence.coverId,
    state: absence.state,
    handed_over_at: absence.handedOverAt,
    ended_at: absence.endedAt,
    version: absence.version,
  };
}

/**
 * Locks the agent of the absence for which something was to happen longest before `now`; one whose
 * row somebody else has locked is left to them. Null when nothing is due.
 */
export async function lockDueAbsence(tx: Tx, now: Date): Promise<Absence | null> {
  const { rows } = await sql<{ id: string }>`
    select b.id from baton.absences b join baton.agents a on a.id = b.agent_id
    where b.wake_at <= ${now}
    order by b.wake_at limit 1 for no key update of a skip locked`.execute(tx);
  // Read again after the lock: another server may just have done it.
  return rows[0] ? absenceById(tx, rows[0].id) : null;
}

/** Whether something is to happen to an absence at `now`; asked first, because it locks nothing. */
export async function isAbsenceDue(tx: Tx, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select 1 from baton.absences where wake_at <= ${now} limit 1`.execute(tx);
  return rows.length > 0;
}

/** When time next has something to do to an absence; null when there is none. */
export async function nextAbsenceWake(db: Db): Promise<Date | null> {
  const row = await db
    .selectFrom('baton.absences')
    .select('wake_at')
    .where('wake_at', 'is not', null)
    .orderBy('wake_at')
    .limit(1)
    .executeTakeFirst();
  return row?.wake_at ?? null;
}

/** Absences for which time had something to do `graceMs` ago. */
export async function overdueAbsences(db: Db, graceMs: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from baton.absences
    where wake_at < clock_timestamp() - ${graceMs} * interval '1 millisecond'`.execute(db);
  return rows.map(({ id }) => id);
}

/** Agents whose row says otherwise about their presence than their absences do. */
export async function contradictions(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from baton.agents a
    left join baton.absences b on b.agent_id = a.id and b.state = 'running'
    where a.absence_id is distinct from b.id`.execute(db);
  return rows.map(({ id }) => id);
}
