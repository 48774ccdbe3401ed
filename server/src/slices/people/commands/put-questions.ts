import type { NewQuestion } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { invalid, notFound, unknownReference } from '../../../platform/refusals.ts';
import { lockPyramid } from '../store/company.ts';
import {
  lockQuestions,
  putQuestions,
  type QuestionRow,
  retireQuestions,
} from '../store/questions.ts';
import { topicRow } from '../store/topics.ts';

/**
 * These are the questions of a topic from now on, in this order. One that was left out is asked no
 * longer; what cases have answered to it stays with them.
 * @throws Problem not_found, unknown_reference for a question of another topic, invalid_request
 */
export async function putTopicQuestions(
  ctx: Ctx,
  topicId: string,
  items: NewQuestion[],
): Promise<void> {
  await lockPyramid(ctx.tx);
  if (!(await topicRow(ctx.tx, topicId))) throw notFound('topic');
  const before = await lockQuestions(ctx.tx, topicId);
  const kinds = new Map(before.map(({ id, kind }) => [id, kind]));
  const ids = items.flatMap(({ id }) => id ?? []);
  const rows = items.map((item, place): QuestionRow => {
    const path = `items.${place}`;
    if (item.id) refuseUnlessSame(path, item, kinds.get(item.id), ids);
    refuseUnlessChoices(path, item);
    const choices = item.choices.map((choice) => ({ ...choice, id: choice.id ?? newId() }));
    const { kind, required, labels } = item;
    return { id: item.id ?? newId(), kind, required, labels, choices };
  });
  await retireQuestions(
    ctx.tx,
    before.map(({ id }) => id).filter((id) => !ids.includes(id)),
  );
  await putQuestions(ctx.tx, topicId, rows);
}

function refuseUnlessSame(
  path: string,
  { id, kind }: NewQuestion,
  was: string | undefined,
  ids: string[],
): void {
  if (was === undefined) throw unknownReference(`${path}.id`, 'not_there');
  if (ids.filter((one) => one === id).length > 1) throw invalid(`${path}.id`, 'twice');
  // Answers that cases have already would be of another kind than the question.
  if (kind !== was) throw invalid(`${path}.kind`, 'kind_stays');
}

function refuseUnlessChoices(path: string, { kind, choices }: NewQuestion): void {
  const isChoice = kind === 'choice' || kind === 'choices';
  if (isChoice && choices.length < 2)
    throw invalid(`${path}.choices`, 'too_few_entries', { least: 2 });
  if (!isChoice && choices.length > 0) throw invalid(`${path}.choices`, 'choices_unwanted');
}
