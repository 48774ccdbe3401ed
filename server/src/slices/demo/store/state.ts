import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/** The last words of a person outside, and where the customer gets mail. */
const said = sql<string | null>`(
  select m.text from baton.messages m
  where m.case_id = c.id and m.direction = 'in' order by m.seq desc limit 1)`.as('lastSaid');
const address = sql<string | null>`(
  select i.shown from baton.identities i
  where i.customer_id = c.customer_id and i.kind = 'mail' order by i.place limit 1)`.as('address');

/** A case as whoever works on it must know it. */
const known = [
  'c.id',
  'c.status',
  'c.owner_id as ownerId',
  'c.team_id as teamId',
  'c.topic_id as topicId',
  'c.level',
  'c.merged_into as mergedInto',
  'c.customer_id as customerId',
  'c.opened_at as openedAt',
  'cu.name as customerName',
  'cu.language',
  said,
  address,
] as const;

/** How a case stands. */
export async function standing(db: Db, caseId: string) {
  return db
    .selectFrom('baton.cases as c')
    .innerJoin('baton.customers as cu', 'cu.id', 'c.customer_id')
    .select(known)
    .where('c.id', '=', caseId)
    .executeTakeFirstOrThrow();
}
export type Standing = Awaited<ReturnType<typeof standing>>;

/** What an agent has to do now, the most pressing first. */
export async function inHands(db: Db, agentId: string, limit: number): Promise<Standing[]> {
  return db
    .selectFrom('baton.cases as c')
    .innerJoin('baton.customers as cu', 'cu.id', 'c.customer_id')
    .select(known)
    .where('c.owner_id', '=', agentId)
    .where('c.status', '=', 'open')
    .orderBy('c.due_at')
    .limit(limit)
    .execute();
}

/** Whether an agent is there, and what they were asked to do first. */
export async function deskOf(db: Db, agentId: string) {
  return db
    .selectFrom('baton.agents as a')
    .leftJoin('baton.tasks as t', (on) =>
      on.onRef('t.agent_id', '=', 'a.id').on('t.state', '=', 'asked'),
    )
    .select(['a.absence_id as absenceId', 't.id as taskId', 't.case_id as caseId'])
    .where('a.id', '=', agentId)
    .orderBy('t.due_at')
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** The case that a letter opened or joined; null where it did neither. */
export async function caseOfLetter(db: Db, inboundId: string): Promise<string | null> {
  const row = await db
    .selectFrom('baton.inbound')
    .select('case_id')
    .where('id', '=', inboundId)
    .executeTakeFirstOrThrow();
  return row.case_id;
}

/** What the customer last got of a case by mail: where to answer, and to which message. */
export async function lastMail(db: Db, caseId: string) {
  return db
    .selectFrom('baton.outbound')
    .select(['reply_to as replyTo', 'mime_id as mimeId', 'subject', 'recipients'])
    .where('case_id', '=', caseId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The messages of a case that a person wrote, in their order. */
export async function spokenIn(db: Db, caseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('baton.messages')
    .select('id')
    .where('case_id', '=', caseId)
    .where('author_kind', 'in', ['customer', 'agent'])
    .orderBy('seq')
    .execute();
  return rows.map(({ id }) => id);
}

/** The teams of a fresh installation, one at each level. */
export async function foundingTeams(tx: Tx): Promise<Map<number, string>> {
  const rows = await tx.selectFrom('baton.teams').select(['id', 'level']).execute();
  return new Map(rows.map(({ id, level }) => [level, id]));
}

/** What time has to do by an instant. */
export async function dueBy(db: Db, at: Date): Promise<{ absences: boolean; cases: boolean }> {
  const { rows } = await sql<{ absences: boolean; cases: boolean }>`
    select exists (select from baton.absences where wake_at <= ${at}) as absences,
      exists (select from baton.cases where wake_at <= ${at})
        or exists (select from baton.tasks where wake_at <= ${at}) as cases`.execute(db);
  return rows[0]!;
}

/** How much of everything there is now, for the summary. */
export async function counts(db: Db) {
  const { rows } = await sql<{
    customers: number;
    cases: number;
    open: number;
    letters: number;
    messages: number;
    events: number;
  }>`select (select count(*)::int from baton.customers) as customers,
      (select count(*)::int from baton.cases) as cases,
      (select count(*)::int from baton.cases where status = 'open') as open,
      (select count(*)::int from baton.inbound) as letters,
      (select count(*)::int from baton.messages) as messages,
      (select count(*)::int from baton.case_events) as events`.execute(db);
  return rows[0]!;
}
