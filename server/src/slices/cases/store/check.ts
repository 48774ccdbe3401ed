import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { CaseRow } from './rows.ts';

/** The next cases in the order of their ids, for going through all of them. */
export async function casesAfter(db: Db, after: string, limit: number): Promise<CaseRow[]> {
  return db
    .selectFrom('baton.cases')
    .selectAll()
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

type Found = { caseId: string };

/** Cases that somebody must hold, without an active owner (invariant 1). */
export async function withoutOwner(db: Db): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select c.id as "caseId" from baton.cases c left join baton.agents a on a.id = c.owner_id
    where c.status in ('open', 'waiting', 'solved') and a.active is not true`.execute(db);
  return rows;
}

/** Cases whose due instants are not the one that their status asks for (invariant 2). */
export async function withoutDueInstant(db: Db): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select id as "caseId" from baton.cases
    where (status = 'open') <> (due_at is not null)
      or (status = 'waiting') <> (resume_at is not null)
      or (status = 'solved') <> (close_at is not null)`.execute(db);
  return rows;
}

/** Cases that should have been moved by time and were not, `graceMs` after the instant. */
export async function overdue(db: Db, graceMs: number): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select id as "caseId" from baton.cases
    where wake_at < clock_timestamp() - ${graceMs} * interval '1 millisecond'`.execute(db);
  return rows;
}

/** Cases that stand at another level than their team. */
export async function misplaced(db: Db): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select c.id as "caseId" from baton.cases c join baton.teams t on t.id = c.team_id
    where t.level <> c.level`.execute(db);
  return rows;
}

/** Messages that no event records, and cases without any message. */
export async function unrecorded(db: Db): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select m.case_id as "caseId" from baton.messages m
    left join baton.case_events e on e.case_id = m.case_id and e.seq = m.seq
    where e.seq is null
      or m.id::text <> coalesce(e.data->>'message', e.data->>'solution', e.data->>'summary')
    union
    select c.id from baton.cases c
    where not exists (select 1 from baton.messages m where m.case_id = c.id)`.execute(db);
  return rows;
}

/**
 * Cases with tasks that their events do not know, or know otherwise; and with tasks that were
 * overdue `graceMs` ago without anybody being told.
 */
export async function tasksAstray(db: Db, graceMs: number): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select t.case_id as "caseId" from baton.tasks t
    where t.wake_at < clock_timestamp() - ${graceMs} * interval '1 millisecond'
      or not exists (
        select 1 from baton.case_events e
        where e.case_id = t.case_id and e.kind = 'task_asked' and e.data->>'task' = t.id::text)
      or t.state <> coalesce((
        select substr(e.kind, 6) from baton.case_events e
        where e.case_id = t.case_id and e.kind in ('task_done', 'task_refused', 'task_withdrawn')
          and e.data->>'task' = t.id::text), 'asked')`.execute(db);
  return rows;
}

/** How many of the two triggers that keep the events as they are, are in force. */
export async function guardingTriggers(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_trigger
    where tgrelid = 'baton.case_events'::regclass and tgenabled in ('O', 'A')
      and tgname in ('case_events_append_only', 'case_events_no_truncate')`.execute(db);
  return rows[0]!.count;
}
