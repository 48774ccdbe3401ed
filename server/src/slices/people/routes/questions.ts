import type { Audit } from '../../../platform/http-types.ts';
import { newQuestions, topicQuestions } from '@baton/contract';
import type { Db, Tx } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import { notFound } from '../../../platform/refusals.ts';
import { putTopicQuestions } from '../commands/put-questions.ts';
import { questionsOf } from '../store/questions.ts';
import { topicRow } from '../store/topics.ts';
import type { PeopleRoutes } from './types.ts';

const tags = ['People'];

/** What is written down of a change. */
const audit = {
  kind: 'topic_questions',
  read: (tx, { id }) => shownQuestions(tx, id),
} satisfies Audit;

/** What is asked when a case of a topic is taken down. */
const readQuestions: PeopleRoutes = (app, deps) => {
  app.get(
    '/api/topics/:id/questions',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'What is asked about a case of a topic, the questions of topics above it first',
        tags,
        params: byId,
        response: { 200: topicQuestions },
      },
    },
    async ({ params: { id } }) => shownQuestions(deps.db, id),
  );
};

const changeQuestions: PeopleRoutes = (app, deps) => {
  app.put(
    '/api/topics/:id/questions',
    {
      config: { access: 'admin', audit, problems: ['unknown_reference'] },
      schema: {
        summary: 'Sets the own questions of a topic, in their order',
        tags,
        params: byId,
        body: newQuestions,
        response: { 200: topicQuestions },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await putTopicQuestions(ctx, request.params.id, request.body.items);
        return shownQuestions(ctx.tx, request.params.id);
      }),
  );
};

export const questionRoutes: PeopleRoutes[] = [readQuestions, changeQuestions];

async function shownQuestions(db: Db | Tx, topicId: string) {
  if (!(await topicRow(db, topicId))) throw notFound('topic');
  const all = await questionsOf(db, topicId);
  return {
    inherited: all.filter(({ topic }) => topic !== topicId),
    own: all.filter(({ topic }) => topic === topicId),
  };
}
