import { type RawBuilder, sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import type { Db, Tx } from '../../../platform/context.ts';

export type IncidentRow = {
  id: string;
  number: number;
  agent_id: string;
  agent_name: string;
  locked: boolean;
  owner_id: string;
  owner_name: string;
  state: 'open' | 'closed';
  reason: string;
  window_from: Date;
  window_to: Date;
  opened_at: Date;
  opened_by: string | null;
  opener_name: string | null;
  sessions_ended: number;
  keys_revoked: number;
  cases_moved: number;
  renewed_all_at: Date | null;
  closed_at: Date | null;
  prepared: number;
  sent: number;
  failed: number;
  version: number;
};

const shown = sql`
  select i.*, a.name as agent_name, a.locked_at is not null as locked, o.name as owner_name,
    b.name as opener_name, n.prepared, n.sent, n.failed
  from baton.incidents i
  join baton.agents a on a.id = i.agent_id
  join baton.agents o on o.id = i.owner_id
  left join baton.agents b on b.id = i.opened_by
  cross join lateral (
    select count(*) filter (where state = 'prepared')::int as prepared,
      count(*) filter (where state = 'sent')::int as sent,
      count(*) filter (where state = 'failed')::int as failed
    from baton.incident_notices where incident_id = i.id) n`;

/** Incidents, the latest first, one beyond `limit`; `after` is the last one of the page before. */
export async function listIncidents(
  db: Db | Tx,
  limit: number,
  after: readonly [string, string] | undefined,
): Promise<IncidentRow[]> {
  const beyond: RawBuilder<unknown> = after
    ? sql`where (i.opened_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql``;
  const { rows } = await sql<IncidentRow>`
    ${shown} ${beyond} order by i.opened_at desc, i.id desc limit ${limit + 1}`.execute(db);
  return rows;
}

export async function incidentById(db: Db | Tx, id: string): Promise<IncidentRow | null> {
  const { rows } = await sql<IncidentRow>`${shown} where i.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The same, locked: whoever comes second sees what the first has written. */
export async function lockIncident(tx: Tx, id: string): Promise<IncidentRow | null> {
  await sql`select 1 from baton.incidents where id = ${id} for update`.execute(tx);
  return incidentById(tx, id);
}

export type NewIncidentRow = {
  id: string;
  agentId: string;
  ownerId: string;
  reason: string;
  from: Date;
  to: Date;
  openedBy: string | null;
  sessionsEnded: number;
  keysRevoked: number;
  casesMoved: number;
  absenceId: string | null;
};

export async function insertIncident(tx: Tx, row: NewIncidentRow): Promise<void> {
  await tx
    .insertInto('baton.incidents')
    .values({
      id: row.id,
      agent_id: row.agentId,
      owner_id: row.ownerId,
      reason: row.reason,
      window_from: row.from,
      window_to: row.to,
      opened_at: row.to,
      opened_by: row.openedBy,
      sessions_ended: row.sessionsEnded,
      keys_revoked: row.keysRevoked,
      cases_moved: row.casesMoved,
      absence_id: row.absenceId,
    })
    .execute();
}

export async function updateIncident(
  tx: Tx,
  row: Pick<
    IncidentRow,
    'id' | 'owner_id' | 'reason' | 'window_from' | 'window_to' | 'state' | 'closed_at'
  >,
): Promise<void> {
  const { id, ...fields } = row;
  await tx
    .updateTable('baton.incidents')
    .set({ ...fields, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function noteRenewal(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('baton.incidents')
    .set({ renewed_all_at: at, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** How many cases in work an agent holds. */
export async function countHeld(tx: Tx, agentId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('baton.cases')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('owner_id', '=', agentId)
    .where('status', 'in', ['open', 'waiting'])
    .executeTakeFirstOrThrow();
  return count;
}

/** All agents who can come in, by name. */
export async function agentsWhoComeIn(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('baton.agents as a')
    .innerJoin('baton.auth_users as u', 'u.agent_id', 'a.id')
    .select(['a.id', 'a.name'])
    .where('a.active', '=', true)
    .where('a.locked_at', 'is', null)
    .orderBy(byName('a.name'))
    .execute();
}
