import { type CaseFacts, caseFacts, newFacts } from '@baton/contract';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { ifMatch } from '../../../platform/http-etag.ts';
import type { App } from '../../../platform/http-types.ts';
import { type Actor, baton } from '../../../kernel/actor.ts';
import { questionsOf } from '../../people/index.ts';
import { setFacts } from '../commands/set-facts.ts';
import { missingOf } from '../rules/facts.ts';
import {
  type Answer,
  answersOf,
  type KnownAnswer,
  knownAnswers,
  timesAskedAgain,
} from '../store/facts.ts';
import { scopeOf } from '../store/scope.ts';
import { caseParams, noteAccess, seenCase, tags } from './shared.ts';

/** What is known of a case, and what is still to be asked. */
export function factRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/cases/:id/facts',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'What is known of a case, and what is still missing',
        params: caseParams,
        response: { 200: caseFacts },
      },
    },
    async (request) => {
      const row = await seenCase(deps.db, request.identity.actor, request.params.id);
      await noteAccess(deps, request, { kind: 'case', id: row.id });
      return factsOf(deps.db, row, request.identity.actor);
    },
  );

  app.put(
    '/api/cases/:id/facts',
    {
      config: { access: 'agent', problems: ['stale_version', 'unknown_reference', 'wrong_status'] },
      schema: {
        tags,
        summary: 'Takes down what is known of a case',
        params: caseParams,
        body: newFacts,
        response: { 200: caseFacts },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        const caseId = request.params.id;
        const { answers } = request.body;
        await setFacts(ctx, { caseId, version: ifMatch(request), answers });
        return factsOf(ctx.tx, await seenCase(ctx.tx, baton, caseId), ctx.actor);
      }),
  );
}

async function factsOf(
  db: Db | Tx,
  { id, topic_id: topicId }: { id: string; topic_id: string | null },
  actor: Actor,
): Promise<CaseFacts> {
  const questions = topicId ? await questionsOf(db, topicId) : [];
  const answers = new Map((await answersOf(db, id)).map((one) => [one.question.id, one]));
  const ids = questions.map((question) => question.id);
  const known = new Map(
    (await knownAnswers(db, await scopeOf(db, actor), id, ids)).map((one) => [one.question, one]),
  );
  const asked = questions.map((question) => ({
    ...present(question, answers.get(question.id), true),
    known: presentKnown(known.get(question.id)),
  }));
  const others = [...answers.values()]
    .filter(({ question }) => !questions.some((one) => one.id === question.id))
    .map((answer) => present(answer.question, answer, false));
  const missing = missingOf(questions, new Set(answers.keys()));
  return {
    items: [...asked, ...others],
    askedAgain: await timesAskedAgain(db, id),
    missing,
    complete: missing.length === 0,
  };
}

function present(
  question: Answer['question'],
  answer: Answer | undefined,
  asked: boolean,
): CaseFacts['items'][number] {
  return {
    question,
    asked,
    value: answer?.value ?? null,
    answeredAt: answer?.answeredAt.toISOString() ?? null,
    by: answer?.actorId ? { id: answer.actorId, name: answer.actorName ?? '' } : null,
    known: null,
  };
}

function presentKnown(known: KnownAnswer | undefined): CaseFacts['items'][number]['known'] {
  if (!known) return null;
  const { value, answeredAt, caseId, number } = known;
  return { value, answeredAt: answeredAt.toISOString(), case: { id: caseId, number } };
}
