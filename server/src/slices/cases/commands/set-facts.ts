import { isDeepStrictEqual } from 'node:util';
import type { FactValue, Question } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { invalid, unknownReference } from '../../../platform/refusals.ts';
import { questionsOf } from '../../people/index.ts';
import { changeOf } from '../change.ts';
import { changeCase, lockCase, type Locked, type OnCase } from '../change-case.ts';
import { askedAgain, faultOf, setFacts as decide } from '../rules/facts.ts';
import {
  type Answer,
  answersOf,
  deleteAnswers,
  filesOfCase,
  knownAnswers,
  putAnswers,
} from '../store/facts.ts';
import { scopeOf } from '../store/scope.ts';
import { writeChanges } from '../store/write.ts';

/** Answers to questions by their id; null takes an answer away. */
export type Answers = {
  question: string;
  value: FactValue | null;
  /** It was known of the customer, and they were asked all the same. */
  askedAgain?: boolean;
}[];

/**
 * Takes down what is known of a case, or puts it right.
 * @throws Problem `unknown_reference` for a question that nobody asks of this case,
 *   `invalid_request` for an answer of the wrong kind
 */
export async function setFacts(ctx: Ctx, input: OnCase & { answers: Answers }): Promise<void> {
  await changeCase(ctx, input, 'note', async (locked) => {
    const again = await repeated(locked, input.answers);
    const questions = await keep(locked, input.answers);
    const counted = again.filter((one) => questions.includes(one));
    return { decision: decide(locked.state, questions, counted) };
  });
}

/** The same for a case that was opened in this transaction, by whoever opened it. */
export async function setFirstFacts(ctx: Ctx, caseId: string, answers: Answers): Promise<void> {
  if (answers.length === 0) return;
  const locked = await lockCase(ctx, caseId);
  const decision = decide(locked.state, await keep(locked, answers));
  await writeChanges(ctx.tx, [changeOf(locked.state, caseId, decision, locked.ctx)]);
}

/** Questions that were asked again, though the answer was known from another case that one sees. */
async function repeated({ ctx, state }: Locked, answers: Answers): Promise<string[]> {
  const scope = await scopeOf(ctx.tx, ctx.actor);
  const questions = answers.map(({ question }) => question);
  const known = await knownAnswers(ctx.tx, scope, state.id, questions);
  return askedAgain(answers, new Map(known.map(({ question, value }) => [question, value])));
}

/** Writes the answers that differ from those there are; returns the questions of these. */
async function keep({ ctx, state }: Locked, answers: Answers): Promise<string[]> {
  const before = await answersOf(ctx.tx, state.id);
  await refuseUnfit(ctx, state, answers, before);
  const was = new Map(before.map((answer) => [answer.question.id, answer.value]));
  const changed = answers.filter(
    ({ question, value }) => !isDeepStrictEqual(was.get(question) ?? null, value),
  );
  const given = changed.flatMap(({ question, value }) =>
    value === null ? [] : [{ question, value }],
  );
  const taken = changed.filter(({ value }) => value === null).map(({ question }) => question);
  await deleteAnswers(ctx.tx, state.id, taken);
  await putAnswers(ctx, state.id, given);
  return changed.map(({ question }) => question);
}

async function refuseUnfit(
  ctx: Ctx,
  state: Locked['state'],
  answers: Answers,
  before: Answer[],
): Promise<void> {
  const asked: Question[] = state.topicId ? await questionsOf(ctx.tx, state.topicId) : [];
  const known = new Map(
    [...before.map((answer) => answer.question), ...asked].map((one) => [one.id, one]),
  );
  const files = await filesOfCase(ctx.tx, state.id);
  const ids = answers.map(({ question }) => question);
  for (const [place, { question: id, value }] of answers.entries()) {
    const path = `answers.${place}`;
    const question = known.get(id);
    if (!question) throw unknownReference(`${path}.question`, 'not_of_this_case');
    if (ids.indexOf(id) < place) throw invalid(`${path}.question`, 'twice');
    const fault = value === null ? null : faultOf(question, value, files);
    if (fault) throw invalid(`${path}.value`, fault);
  }
}
