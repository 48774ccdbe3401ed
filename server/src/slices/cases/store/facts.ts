import type { FactValue, Question } from '@baton/contract';
import { sql } from 'kysely';
import type { Ctx, Db, Tx } from '../../../platform/context.ts';
import { type Scope, visibleTo } from './scope.ts';

/** An answer that a case has, with its question and whoever gave it. */
export type Answer = {
  question: Question;
  value: FactValue;
  answeredAt: Date;
  actorId: string | null;
  actorName: string | null;
};

/** The answers that a case has, whether its topic still asks for them or not. */
export async function answersOf(db: Db | Tx, caseId: string): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select jsonb_build_object('id', q.id, 'topic', q.topic_id, 'kind', q.kind,
        'required', q.required, 'labels', q.labels, 'choices', q.choices) as question,
      f.value, f.answered_at as "answeredAt", f.actor_id as "actorId",
      coalesce(a.name, cu.name) as "actorName"
    from baton.case_facts f
    join baton.topic_questions q on q.id = f.question_id
    left join baton.agents a on a.id = f.actor_id and f.actor_kind = 'agent'
    left join baton.customers cu on cu.id = f.actor_id and f.actor_kind = 'customer'
    where f.case_id = ${caseId}
    order by q.topic_id, q.place`.execute(db);
  return rows;
}

/** What a customer answered to the same question in another case. */
export type KnownAnswer = {
  question: string;
  value: FactValue;
  answeredAt: Date;
  caseId: string;
  number: number;
};

/**
 * The latest answers of a case's customer to questions, from other cases within the scope: those
 * that the case itself has not. Files belong to their case, and are not among them.
 */
export async function knownAnswers(
  db: Db | Tx,
  scope: Scope,
  caseId: string,
  questions: string[],
): Promise<KnownAnswer[]> {
  if (questions.length === 0) return [];
  const { rows } = await sql<KnownAnswer>`
    select distinct on (f.question_id) f.question_id as question, f.value,
      f.answered_at as "answeredAt", c.id as "caseId", c.number
    from baton.cases here
    join baton.cases c on c.customer_id = here.customer_id and c.id <> here.id
    join baton.case_facts f on f.case_id = c.id
    join baton.topic_questions q on q.id = f.question_id
    where here.id = ${caseId} and f.question_id = any(${questions}::uuid[]) and q.kind <> 'file'
      and ${visibleTo(scope)}
      and not exists (
        select 1 from baton.case_facts own
        where own.case_id = here.id and own.question_id = f.question_id)
    order by f.question_id, f.answered_at desc`.execute(db);
  return rows;
}

/** How often something was asked again in a case that was known of its customer. */
export async function timesAskedAgain(db: Db | Tx, caseId: string): Promise<number> {
  const { rows } = await sql<{ times: number }>`
    select coalesce(sum(jsonb_array_length(data->'again')), 0)::int as times
    from baton.case_events
    where case_id = ${caseId} and kind = 'facts_set' and data ? 'again'`.execute(db);
  return rows[0]!.times;
}

/** Writes answers of a case that is locked by this transaction. */
export async function putAnswers(
  { tx, actor, now }: Ctx,
  caseId: string,
  answers: { question: string; value: FactValue }[],
): Promise<void> {
  if (answers.length === 0) return;
  const rows = answers.map(({ question, value }) => ({
    case_id: caseId,
    question_id: question,
    value,
    answered_at: now,
    actor_kind: actor.kind,
    actor_id: actor.id,
  }));
  await sql`
    insert into baton.case_facts
    select * from jsonb_populate_recordset(null::baton.case_facts, ${JSON.stringify(rows)}::jsonb)
    on conflict (case_id, question_id) do update set value = excluded.value,
      answered_at = excluded.answered_at, actor_kind = excluded.actor_kind,
      actor_id = excluded.actor_id`.execute(tx);
}

export async function deleteAnswers(tx: Tx, caseId: string, questions: string[]): Promise<void> {
  if (questions.length === 0) return;
  await tx
    .deleteFrom('baton.case_facts')
    .where('case_id', '=', caseId)
    .where('question_id', 'in', questions)
    .execute();
}

/** The files that messages of a case carry. */
export async function filesOfCase(db: Db | Tx, caseId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('baton.message_files as mf')
    .innerJoin('baton.messages as m', 'm.id', 'mf.message_id')
    .select('mf.file_id')
    .where('m.case_id', '=', caseId)
    .execute();
  return new Set(rows.map((row) => row.file_id));
}
