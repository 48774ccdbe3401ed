import type { Labels, Question } from '@baton/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import { topicTree } from './topics.ts';

/** The questions of a topic in the order in which they are asked: those of the topics above first. */
export async function questionsOf(db: Db | Tx, topicId: string): Promise<Question[]> {
  const { rows } = await sql<Question>`
    with recursive ${topicTree}
    select q.id, q.topic_id as topic, q.kind, q.required, q.labels, q.choices
    from tree join baton.topic_questions q on q.topic_id = any(tree.path)
    where tree.id = ${topicId} and not q.retired
    order by array_position(tree.path, q.topic_id), q.place`.execute(db);
  return rows;
}

/** The own questions of a topic that is being changed; nobody else changes them meanwhile. */
export async function lockQuestions(tx: Tx, topicId: string) {
  return tx
    .selectFrom('baton.topic_questions')
    .select(['id', 'kind'])
    .where('topic_id', '=', topicId)
    .where('retired', '=', false)
    .forUpdate()
    .execute();
}

export type QuestionRow = {
  id: string;
  kind: Question['kind'];
  required: boolean;
  labels: Labels;
  choices: Question['choices'];
};

/** Writes the own questions of a topic in their order. */
export async function putQuestions(tx: Tx, topicId: string, questions: QuestionRow[]) {
  if (questions.length === 0) return;
  const rows = questions.map((question, place) => ({
    ...question,
    place,
    topic_id: topicId,
    retired: false,
  }));
  await sql`
    insert into baton.topic_questions (id, topic_id, place, kind, required, labels, choices)
    select id, topic_id, place, kind, required, labels, choices
    from jsonb_populate_recordset(null::baton.topic_questions, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set place = excluded.place, required = excluded.required,
      labels = excluded.labels, choices = excluded.choices`.execute(tx);
}

/** Takes questions away: for good where nobody ever answered them, otherwise from being asked. */
export async function retireQuestions(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    with kept as (
      update baton.topic_questions q set retired = true
      where id = any(${ids}::uuid[])
        and exists (select 1 from baton.case_facts f where f.question_id = q.id)
      returning id)
    delete from baton.topic_questions
    where id = any(${ids}::uuid[]) and not id in (
      select question_id from baton.case_facts where question_id = any(${ids}::uuid[]))`.execute(
    tx,
  );
}
