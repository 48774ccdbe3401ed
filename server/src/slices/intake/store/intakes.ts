import { type answerReasons, type IntakeSaid, nothingSaid } from '@baton/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

type AnswerReason = (typeof answerReasons)[number];

export type IntakeRow = {
  id: string;
  agentId: string;
  agentName: string;
  way: 'call' | 'visit';
  caseId: string | null;
  callId: string | null;
  /** Whom it wrote down anew; the case may be another one's by now. */
  madeCustomer: string | null;
  beganAt: Date;
  endedAt: Date | null;
  said: IntakeSaid;
  assuredBy: 'spoken' | 'sent' | null;
  assuredAt: Date | null;
  answeredBecause: AnswerReason | null;
};

const shown = sql`
  select i.id, i.agent_id as "agentId", a.name as "agentName", i.way, i.case_id as "caseId",
    i.call_id as "callId", i.made_customer_id as "madeCustomer", i.began_at as "beganAt",
    i.ended_at as "endedAt", i.said, i.assured_by as "assuredBy", i.assured_at as "assuredAt",
    i.answered_because as "answeredBecause"
  from baton.intakes i join baton.agents a on a.id = i.agent_id`;

async function one(db: Db | Tx, condition: ReturnType<typeof sql>): Promise<IntakeRow | null> {
  const { rows } = await sql<IntakeRow>`${shown} where ${condition}`.execute(db);
  const [row] = rows;
  return row ? { ...row, said: { ...nothingSaid, ...row.said } } : null;
}

export const intakeById = (db: Db | Tx, id: string) => one(db, sql`i.id = ${id}`);

/** Of two that an agent begins at the same instant, the later waits for the first. */
export async function lockBeginning(tx: Tx, agentId: string): Promise<void> {
  const key = `intake ${agentId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** What an agent has begun to take down and not ended. */
export const openIntakeOf = (db: Db | Tx, agentId: string) =>
  one(db, sql`i.agent_id = ${agentId} and i.ended_at is null`);

export const intakeOfCase = (db: Db | Tx, caseId: string) => one(db, sql`i.case_id = ${caseId}`);

/** An intake, for changing it. */
export const lockIntake = (tx: Tx, id: string) => one(tx, sql`i.id = ${id} for update of i`);

export async function insertIntake(
  tx: Tx,
  intake: Pick<IntakeRow, 'id' | 'agentId' | 'way' | 'callId' | 'beganAt' | 'said'>,
): Promise<void> {
  const { id, agentId, way, callId, beganAt, said } = intake;
  await tx
    .insertInto('baton.intakes')
    .values({
      id,
      agent_id: agentId,
      way,
      call_id: callId,
      began_at: beganAt,
      saved_at: beganAt,
      said: sql<string>`${JSON.stringify(said)}::jsonb`,
    })
    .execute();
}

export async function updateIntake(tx: Tx, intake: IntakeRow, now: Date): Promise<void> {
  await tx
    .updateTable('baton.intakes')
    .set({
      case_id: intake.caseId,
      call_id: intake.callId,
      made_customer_id: intake.madeCustomer,
      saved_at: now,
      ended_at: intake.endedAt,
      said: sql<string>`${JSON.stringify(intake.said)}::jsonb`,
      assured_by: intake.assuredBy,
      assured_at: intake.assuredAt,
      answered_because: intake.answeredBecause,
    })
    .where('id', '=', intake.id)
    .execute();
}

/** Of how many intakes that ended in a time how many were answered at once, and why. */
export async function countAnswered(db: Db | Tx, from: Date, to: Date) {
  const { rows } = await sql<{ reason: AnswerReason | null; count: number }>`
    select answered_because as reason, count(*)::int as count from baton.intakes
    where case_id is not null and ended_at >= ${from} and ended_at < ${to}
    group by answered_because order by count(*) desc`.execute(db);
  return rows;
}
