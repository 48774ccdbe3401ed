import type { Audit } from '../../../platform/http-types.ts';
import { absence, absenceChange, absencePage, absenceQuery, newAbsence } from '@baton/contract';
import { z } from 'zod';
import type { Tx } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import { byId } from '../../../platform/http-params.ts';
import { ownId } from '../../../platform/own-id.ts';
import { notFound } from '../../../platform/refusals.ts';
import { changeAbsence } from '../commands/change-absence.ts';
import { cancelAbsence, endAbsence } from '../commands/end-absence.ts';
import { ledBy } from '../commands/lock-absence.ts';
import { recordAbsence } from '../commands/record-absence.ts';
import { mayRecordAbsence } from '../policy.ts';
import { presentAbsence } from '../present.ts';
import { absenceWithNames, listAbsences } from '../store/absence-lists.ts';
import { done } from './done.ts';
import type { PeopleRoutes } from './types.ts';

const tags = ['People'];
const cursor = z.tuple([z.iso.datetime(), z.uuid()]);
const problems = [
  ...(['already_exists', 'unknown_reference', 'stale_version', 'wrong_status'] as const),
];

/** What is written down of a change. */
const audit = {
  kind: 'absence',
  read: async (tx, { id }) => {
    const row = await absenceWithNames(tx, id);
    return row && presentAbsence(row, true);
  },
} satisfies Audit;

const readAbsences: PeopleRoutes = (app, deps) => {
  app.get(
    '/api/absences',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Absences by their beginning; those that are over only with `past`',
        tags,
        querystring: absenceQuery,
        response: { 200: absencePage },
      },
    },
    async ({ query, identity: { actor } }) => {
      const { limit, cursor: given, ...wanted } = query;
      const rows = await listAbsences(deps.db, wanted, limit, readCursor(given, cursor));
      const page = pageOf(rows, limit, (last) => [last.from_at, last.id]);
      const led = await ledBy(deps.db, actor);
      const items = page.items.map((row) =>
        presentAbsence(row, mayRecordAbsence(actor, row.agent_id, led)),
      );
      return { items, next: page.next };
    },
  );

  app.get(
    '/api/absences/:id',
    {
      config: { access: 'reader' },
      schema: { summary: 'One absence', tags, params: byId, response: { 200: absence } },
    },
    async ({ params: { id }, identity: { actor } }, reply) => {
      const row = await absenceWithNames(deps.db, id);
      if (!row) throw notFound('absence');
      sendETag(reply, row.version);
      const led = await ledBy(deps.db, actor);
      return presentAbsence(row, mayRecordAbsence(actor, row.agent_id, led));
    },
  );
};

const recordAbsences: PeopleRoutes = (app, deps, hooks) => {
  app.post(
    '/api/absences',
    {
      config: { access: 'agent', audit: { ...audit, read: 'answer' }, problems },
      schema: {
        summary: 'Records that an agent is away; what begins now moves their cases at once',
        tags,
        body: newAbsence,
        response: { 201: absence },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const agent = request.body.agent ?? ownId(ctx.actor);
        const id = await recordAbsence(ctx, { ...request.body, agent }, hooks);
        return shown(ctx.tx, reply, id);
      }),
  );

  app.patch(
    '/api/absences/:id',
    {
      config: { access: 'agent', audit, problems },
      schema: {
        summary: 'Changes an absence; of one that has begun not the beginning',
        tags,
        params: byId,
        body: absenceChange,
        response: { 200: absence },
      },
    },
    async (request, reply) =>
      runCommand(deps, request.identity.actor, async (ctx) => {
        const on = { id: request.params.id, version: ifMatch(request) };
        await changeAbsence(ctx, on, request.body, hooks);
        return shown(ctx.tx, reply, on.id);
      }),
  );
};

const endAbsences: PeopleRoutes = (app, deps) => {
  app.post(
    '/api/absences/:id/ending',
    {
      config: { access: 'agent', audit, problems: ['stale_version', 'wrong_status'] },
      schema: {
        summary: 'The agent is back: ends an absence that runs; what it moved is offered back',
        tags,
        params: byId,
        response: { 200: absence },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        const on = { id: request.params.id, version: ifMatch(request) };
        await endAbsence(ctx, on);
        return shown(ctx.tx, reply, on.id);
      }),
  );

  app.delete(
    '/api/absences/:id',
    {
      config: { access: 'agent', audit, problems: ['stale_version', 'wrong_status'] },
      schema: {
        summary: 'Takes back an absence that has not begun',
        tags,
        params: byId,
        response: { 204: done },
      },
    },
    async (request, reply) => {
      const on = { id: request.params.id, version: ifMatch(request) };
      await runCommand(deps, request.identity.actor, (ctx) => cancelAbsence(ctx, on));
      return reply.code(204).send();
    },
  );
};

export const absenceRoutes: PeopleRoutes[] = [readAbsences, recordAbsences, endAbsences];

/** Whoever may change an absence sees why. */
async function shown(tx: Tx, reply: Parameters<typeof sendETag>[0], id: string) {
  const row = (await absenceWithNames(tx, id))!;
  sendETag(reply, row.version);
  return presentAbsence(row, true);
}
