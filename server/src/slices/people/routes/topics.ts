import type { Audit } from '../../../platform/http-types.ts';
import { newTopic, pageQuery, topic, topicChange, topicPage } from '@baton/contract';
import { z } from 'zod';
import type { Db, Tx } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { changeTopic } from '../commands/change-topic.ts';
import { createTopic } from '../commands/create-topic.ts';
import { deleteTopic } from '../commands/delete-topic.ts';
import { presentTopic } from '../present.ts';
import { notFound } from '../../../platform/refusals.ts';
import { topicWithNames, listTopics } from '../store/topics.ts';
import { done } from './done.ts';
import type { PeopleRoutes } from './types.ts';

const tags = ['People'];

/** What is written down of a change. */
const audit = {
  kind: 'topic',
  read: (tx, { id }) => shownTopic(tx, id),
} satisfies Audit;
const cursor = z.tuple([z.string(), z.uuid()]);

const readTopics: PeopleRoutes = (app, deps) => {
  app.get(
    '/api/topics',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Topics by name',
        tags,
        querystring: pageQuery,
        response: { 200: topicPage },
      },
    },
    async ({ query }) => {
      const rows = await listTopics(deps.db, query.limit, readCursor(query.cursor, cursor));
      const page = pageOf(rows, query.limit, (last) => [last.sort, last.id]);
      return { items: page.items.map(presentTopic), next: page.next };
    },
  );

  app.get(
    '/api/topics/:id',
    {
      config: { access: 'reader' },
      schema: { summary: 'One topic', tags, params: byId, response: { 200: topic } },
    },
    async ({ params: { id } }) => shownTopic(deps.db, id),
  );
};

const changeTopics: PeopleRoutes = (app, deps) => {
  app.post(
    '/api/topics',
    {
      config: {
        access: 'admin',
        audit: { ...audit, read: 'answer' },
        problems: ['already_exists', 'unknown_reference'],
      },
      schema: { summary: 'Adds a topic', tags, body: newTopic, response: { 201: topic } },
    },
    async (request, reply) => {
      await httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        shownTopic(ctx.tx, await createTopic(ctx, request.body)),
      );
    },
  );

  app.patch(
    '/api/topics/:id',
    {
      config: { access: 'admin', audit, problems: ['already_exists', 'unknown_reference'] },
      schema: {
        summary: 'Changes a topic',
        tags,
        params: byId,
        body: topicChange,
        response: { 200: topic },
      },
    },
    async ({ params: { id }, body, identity }) =>
      runCommand(deps, identity.actor, async (ctx) => {
        await changeTopic(ctx, id, body);
        return shownTopic(ctx.tx, id);
      }),
  );

  app.delete(
    '/api/topics/:id',
    {
      config: { access: 'admin', audit, problems: ['still_in_use'] },
      schema: {
        summary: 'Takes an unused topic away',
        tags,
        params: byId,
        response: { 204: done },
      },
    },
    async ({ params: { id }, identity }, reply) => {
      await runCommand(deps, identity.actor, (ctx) => deleteTopic(ctx, id));
      return reply.code(204).send();
    },
  );
};

export const topicRoutes: PeopleRoutes[] = [readTopics, changeTopics];

async function shownTopic(db: Db | Tx, id: string) {
  const row = await topicWithNames(db, id);
  if (!row) throw notFound('topic');
  return presentTopic(row);
}
