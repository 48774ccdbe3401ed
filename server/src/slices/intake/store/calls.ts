import type { SpokenWith } from '@baton/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Ctx, Db, Tx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import type { Mark } from '../rules/call-times.ts';

/** What a call is, apart from who may see it. */
export type CallRow = {
  id: string;
  agentId: string;
  caseId: string | null;
  direction: 'in' | 'out';
  number: string | null;
  withCustomer: boolean;
  marks: Mark[];
  people: SpokenWith[];
  agreed: string;
  note: string;
  doneAt: Date | null;
  messageId: string | null;
};

type Stored = Omit<CallRow, 'marks'> & { marks: Record<keyof Mark, string>[] };

const columns = sql`c.id, c.agent_id as "agentId", c.case_id as "caseId", c.direction, c.number,
  c.with_customer as "withCustomer", c.marks, c.people, c.agreed, c.note, c.done_at as "doneAt",
  c.message_id as "messageId"`;

function callOf<Row extends Stored>(row: Row): Omit<Row, 'marks'> & CallRow {
  const marks = row.marks.map(({ kind, at, pressedAt }) => ({
    kind: kind as Mark['kind'],
    at: new Date(at),
    pressedAt: new Date(pressedAt),
  }));
  return { ...row, marks };
}

export async function insertCall(tx: Tx, call: CallRow): Promise<void> {
  await tx
    .insertInto('baton.calls')
    .values({ id: call.id, ...valuesOf(call) })
    .execute();
}

export async function updateCall(tx: Tx, call: CallRow): Promise<void> {
  await tx.updateTable('baton.calls').set(valuesOf(call)).where('id', '=', call.id).execute();
}

function valuesOf(call: CallRow) {
  return {
    agent_id: call.agentId,
    case_id: call.caseId,
    direction: call.direction,
    number: call.number,
    with_customer: call.withCustomer,
    began_at: call.marks[0]!.at,
    ended_at: call.marks.find(({ kind }) => kind === 'ended')?.at ?? null,
    marks: sql<string>`${JSON.stringify(call.marks)}::jsonb`,
    people: sql<string>`${JSON.stringify(call.people)}::jsonb`,
    agreed: call.agreed,
    note: call.note,
    done_at: call.doneAt,
    message_id: call.messageId,
  };
}

/** A call, for changing it; null when there is none. */
export async function lockCall(tx: Tx, id: string): Promise<CallRow | null> {
  const { rows } = await sql<Stored>`
    select ${columns} from baton.calls c where c.id = ${id} for update`.execute(tx);
  return rows[0] ? callOf(rows[0]) : null;
}

/** The call that an agent is on, for changing it; null when there is none. */
export async function lockRunningCall(tx: Tx, agentId: string): Promise<CallRow | null> {
  const { rows } = await sql<Stored>`
    select ${columns} from baton.calls c
    where c.agent_id = ${agentId} and c.ended_at is null for update`.execute(tx);
  return rows[0] ? callOf(rows[0]) : null;
}

const shown = sql`${columns}, a.name as "agentName", k.number as "caseNumber", (
    select coalesce(jsonb_agg(jsonb_build_object('at', r.at, 'what', r.what,
      'by', case when ra.id is null then null else jsonb_build_object('id', ra.id, 'name', ra.name) end)
      order by r.at desc, r.what), '[]')
    from baton.call_corrections r
    left join baton.agents ra on ra.id = r.actor_id and r.actor_kind = 'agent'
    where r.call_id = c.id) as corrections
  from baton.calls c
  join baton.agents a on a.id = c.agent_id
  left join baton.cases k on k.id = c.case_id`;

type Correction = { at: string; what: string; by: { id: string; name: string } | null };
type StoredShown = Stored & {
  agentName: string;
  caseNumber: number | null;
  corrections: Correction[];
};
export type ShownCall = CallRow & Omit<StoredShown, keyof Stored>;

export async function shownCall(db: Db | Tx, id: string): Promise<ShownCall | null> {
  const { rows } = await sql<StoredShown>`select ${shown} where c.id = ${id}`.execute(db);
  return rows[0] ? callOf(rows[0]) : null;
}

/** All calls about a case, oldest first. */
export async function callsOfCase(db: Db | Tx, caseId: string): Promise<ShownCall[]> {
  const { rows } = await sql<StoredShown>`
    select ${shown} where c.case_id = ${caseId} order by c.began_at, c.id`.execute(db);
  return rows.map(callOf);
}

/** The call that an agent is on, or the last one since `since` to which something may be added. */
export async function currentCallOf(
  db: Db | Tx,
  agentId: string,
  since: Date,
): Promise<ShownCall | null> {
  const { rows } = await sql<StoredShown>`
    select ${shown}
    where c.agent_id = ${agentId}
      and (c.ended_at is null or (c.done_at is null and c.began_at > ${since}))
    order by c.ended_at is not null, c.began_at desc limit 1`.execute(db);
  return rows[0] ? callOf(rows[0]) : null;
}

/** Writes down what of a call was put right, and how it had been. */
export async function insertCorrections(
  { tx, actor, now }: Pick<Ctx, 'tx' | 'now'> & { actor: Actor },
  callId: string,
  corrections: { what: string; was: unknown }[],
): Promise<void> {
  if (corrections.length === 0) return;
  const rows = corrections.map(({ what, was }) => ({
    id: newId(),
    call_id: callId,
    at: now,
    actor_kind: actor.kind,
    actor_id: actor.id,
    what,
    was: sql<string>`${JSON.stringify(was)}::jsonb`,
  }));
  await tx.insertInto('baton.call_corrections').values(rows).execute();
}
