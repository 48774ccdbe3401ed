import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { Task } from '../rules/tasks.ts';
import type { CaseRow } from './rows.ts';

const asRule = [
  'id',
  'kind',
  'state',
  'agent_id as agentId',
  'asker_id as askerId',
  'due_at as dueAt',
  'warned',
  'wake_at as wakeAt',
] as const;

/** A task as the rules see it, with what was asked; null when there is none. */
export async function taskById(tx: Db | Tx, id: string) {
  const row = await tx
    .selectFrom('baton.tasks')
    .select([...asRule, 'case_id as caseId', 'what'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (row as (Task & { caseId: string; what: string | null }) | undefined) ?? null;
}

/** What is still to be done on a case. The case must be locked by this transaction. */
export async function openTasks(tx: Tx, caseId: string) {
  const rows = await tx
    .selectFrom('baton.tasks')
    .select([...asRule, 'what'])
    .where('case_id', '=', caseId)
    .where('state', '=', 'asked')
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  return rows as (Task & { what: string | null })[];
}

/** Who was asked for advice on a case, whatever came of it. */
export async function askedForAdvice(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('baton.tasks')
    .select('agent_id')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'advice')
    .execute();
  return rows.map((row) => row.agent_id);
}

/**
 * Locks up to `limit` cases with a task for which time has something to do at `now`; those that
 * somebody else has locked are left to them.
 */
export async function lockCasesOfDueTasks(tx: Tx, now: Date, limit: number): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select c.* from baton.cases c
    where c.id in (
      select case_id from baton.tasks where wake_at <= ${now} order by wake_at limit ${limit})
    order by c.id for update of c skip locked`.execute(tx);
  return rows;
}

/**
 * The tasks of these cases for which time has something to do at `now`, and whether whoever was
 * asked works on cases no longer.
 */
export async function dueTasks(tx: Tx, caseIds: string[], now: Date) {
  const rows = await tx
    .selectFrom('baton.tasks')
    .select([...asRule, 'case_id as caseId', 'what'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('baton.agents as a')
            .whereRef('a.id', '=', 'baton.tasks.agent_id')
            .where((of) => of.or([of('a.active', '=', false), of('a.role', '=', 'reader')])),
        )
        .as('left'),
    )
    .where('case_id', 'in', caseIds)
    .where('wake_at', '<=', now)
    .orderBy('wake_at')
    .orderBy('id')
    .execute();
  return rows as (Task & { caseId: string; what: string | null; left: boolean })[];
}

/** Lets time look at once at what an agent was asked to do: they are leaving. */
export async function wakeTasksOf(tx: Tx, agentId: string, now: Date): Promise<void> {
  await tx
    .updateTable('baton.tasks')
    .set({ wake_at: now })
    .where('agent_id', '=', agentId)
    .where('state', '=', 'asked')
    .execute();
}

/** When time next has something to do to any task; null when there is none. */
export async function nextTaskWake(db: Pick<Tx, 'selectFrom'>): Promise<Date | null> {
  const row = await db
    .selectFrom('baton.tasks')
    .select('wake_at')
    .where('wake_at', 'is not', null)
    .orderBy('wake_at')
    .limit(1)
    .executeTakeFirst();
  return row?.wake_at ?? null;
}

/** A task with the names of what it refers to and the words of its answer. */
function shownTasks(db: Db | Tx) {
  return db
    .selectFrom('baton.tasks as t')
    .innerJoin('baton.cases as c', 'c.id', 't.case_id')
    .innerJoin('baton.agents as a', 'a.id', 't.agent_id')
    .leftJoin('baton.agents as asker', 'asker.id', 't.asker_id')
    .leftJoin('baton.messages as m', 'm.id', 't.answer_id')
    .selectAll('t')
    .select(['c.number', 'c.subject', 'a.name as agent_name', 'asker.name as asker_name'])
    .select('m.text as answer');
}
export type ShownTask = Awaited<ReturnType<ReturnType<typeof shownTasks>['execute']>>[number];

export async function shownTask(db: Db | Tx, id: string): Promise<ShownTask | null> {
  return (await shownTasks(db).where('t.id', '=', id).executeTakeFirst()) ?? null;
}

type After = readonly [at: string, id: string] | undefined;

/** A page of a case's tasks, in the order in which they were asked. */
export async function tasksOfCase(db: Db | Tx, caseId: string, after: After, limit: number) {
  let query = shownTasks(db)
    .where('t.case_id', '=', caseId)
    .orderBy('t.asked_at')
    .orderBy('t.id')
    .limit(limit);
  if (after)
    query = query.where(sql<boolean>`(t.asked_at, t.id) > (${after[0]}, ${after[1]}::uuid)`);
  return query.execute();
}

/** A page of what an agent was asked to do: open ones soonest first, ended ones latest first. */
export async function tasksOfAgent(
  db: Db | Tx,
  agentId: string,
  state: 'asked' | 'ended',
  after: After,
  limit: number,
) {
  const asked = state === 'asked';
  let query = shownTasks(db)
    .where('t.agent_id', '=', agentId)
    .where('t.state', asked ? '=' : '!=', 'asked')
    .orderBy('t.due_at', asked ? 'asc' : 'desc')
    .orderBy('t.id', asked ? 'asc' : 'desc')
    .limit(limit);
  if (after) {
    query = query.where(
      asked
        ? sql<boolean>`(t.due_at, t.id) > (${after[0]}, ${after[1]}::uuid)`
        : sql<boolean>`(t.due_at, t.id) < (${after[0]}, ${after[1]}::uuid)`,
    );
  }
  return query.execute();
}
