import {
  caseChange,
  clockInFull,
  caseEventPage,
  casePage,
  caseQuery,
  caseShape,
  messagePage,
  newCase,
  pageQuery,
} from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { instant, runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import type { App } from '../../../platform/http-types.ts';
import { correctCase } from '../commands/correct-case.ts';
import { openHandedOver } from '../commands/open-handed-over.ts';
import { takeCase } from '../commands/take-case.ts';
import {
  presentCase,
  presentClockInFull,
  presentEvent,
  presentItem,
  presentMessage,
} from '../present.ts';
import { take } from '../rules/take.ts';
import { messagesOfCase } from '../store/messages.ts';
import { eventsOfCase, shownCases, type Sort } from '../store/read.ts';
import { stateOf } from '../store/rows.ts';
import { closedDayNames, houseOf } from '../store/house.ts';
import { scopeOf } from '../store/scope.ts';
import { answerCase, caseParams, noteAccess, seenCase, tags } from './shared.ts';

const afterCase = z.tuple([z.iso.datetime().nullable(), z.number().int()]);
const afterSeq = z.tuple([z.number().int()]);

/** Cases as things: listed, opened, looked at, corrected; what was said and what happened. */
export function caseRoutes(app: App, deps: Deps): void {
  for (const add of [
    listCases,
    openCase,
    showCase,
    changeCase,
    showClock,
    listMessages,
    listEvents,
  ])
    add(app, deps);
}

function listCases(app: App, deps: Deps): void {
  app.get(
    '/api/cases',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'Cases that you may see; owner=me are the cases in your hands',
        querystring: caseQuery,
        response: { 200: casePage },
      },
    },
    async (request) => {
      const { limit, cursor, sort, owner, dueBefore, ...filter } = request.query;
      const { actor } = request.identity;
      const after = readCursor(cursor, afterCase);
      const scope = await scopeOf(deps.db, actor);
      const asked = {
        ...filter,
        owner: owner === 'me' ? actor.id : owner,
        dueBefore: dueBefore ? new Date(dueBefore) : undefined,
      };
      const rows = await shownCases(deps.db, scope, asked, {
        sort,
        limit: limit + 1,
        after: after ? { at: after[0] ? new Date(after[0]) : null, number: after[1] } : null,
      });
      // After the rows, so that it knows every team in them.
      const [house, now] = await Promise.all([houseOf(deps.db), instant(deps.db, deps)]);
      const page = pageOf(rows, limit, (row) => [placeOf(row, sort), row.number]);
      const ids = page.items.map((row) => row.id);
      await noteAccess(deps, request, { kind: 'list', detail: { list: 'cases', ids } });
      return { items: page.items.map((row) => presentItem(row, house, now)), next: page.next };
    },
  );
}

/** The instant by which a row has its place in the list; null where nothing is due (infinity). */
function placeOf(row: { next_at: Date; priority_at: Date }, sort: Sort): Date | null {
  const at = sort === 'priority' ? row.priority_at : row.next_at;
  return Number.isFinite(Number(at)) ? at : null;
}

function openCase(app: App, deps: Deps): void {
  app.post(
    '/api/cases',
    {
      config: { access: 'agent', problems: ['unknown_reference', 'no_one_to_hold_it'] },
      schema: {
        tags,
        summary: 'Opens a case for a customer; it has an owner and a clock at once',
        body: newCase,
        response: { 201: caseShape },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const caseId = await takeCase(ctx, request.body);
        return answerCase(ctx, reply, caseId);
      }),
  );
}

function showCase(app: App, deps: Deps): void {
  app.get(
    '/api/cases/:id',
    {
      config: { access: 'reader' },
      schema: { tags, summary: 'One case', params: caseParams, response: { 200: caseShape } },
    },
    async (request, reply) => {
      const { actor } = request.identity;
      const found = await seenCase(deps.db, actor, request.params.id);
      await noteAccess(deps, request, { kind: 'case', id: found.id });
      const taken = take(stateOf(found), actor).length > 0;
      if (taken) await runCommand(deps, actor, (ctx) => openHandedOver(ctx, found.id));
      const row = taken ? await seenCase(deps.db, actor, found.id) : found;
      sendETag(reply, row.version);
      return presentCase(row, await houseOf(deps.db), await instant(deps.db, deps));
    },
  );
}

function changeCase(app: App, deps: Deps): void {
  app.patch(
    '/api/cases/:id',
    {
      config: { access: 'agent', problems: ['stale_version', 'unknown_reference', 'wrong_status'] },
      schema: {
        tags,
        summary: 'Corrects subject, customer, topic, urgency, stakes or deadline',
        params: caseParams,
        body: caseChange,
        response: { 200: caseShape },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        const caseId = request.params.id;
        const { deadline, ...rest } = request.body;
        await correctCase(ctx, {
          caseId,
          version: ifMatch(request),
          ...rest,
          ...(deadline !== undefined && {
            deadline: deadline === null ? null : new Date(deadline),
          }),
        });
        return answerCase(ctx, reply, caseId);
      }),
  );
}

function showClock(app: App, deps: Deps): void {
  app.get(
    '/api/cases/:id/clock',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'The clock of a case, explained line by line',
        params: caseParams,
        response: { 200: clockInFull },
      },
    },
    async (request) => {
      const row = await seenCase(deps.db, request.identity.actor, request.params.id);
      await noteAccess(deps, request, { kind: 'case', id: row.id });
      const [house, now] = await Promise.all([houseOf(deps.db), instant(deps.db, deps)]);
      const state = stateOf(row);
      const names = await closedDayNames(deps.db, house.calendarOf(state));
      return presentClockInFull(state, house, now, (day) => names.get(day) ?? '');
    },
  );
}

function listMessages(app: App, deps: Deps): void {
  app.get(
    '/api/cases/:id/messages',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'What was said about a case, oldest first',
        params: caseParams,
        querystring: pageQuery,
        response: { 200: messagePage },
      },
    },
    async (request) => {
      const row = await seenCase(deps.db, request.identity.actor, request.params.id);
      await noteAccess(deps, request, { kind: 'case', id: row.id });
      const { limit, cursor } = request.query;
      const [after] = readCursor(cursor, afterSeq) ?? [0];
      const rows = await messagesOfCase(deps.db, row.id, after, limit + 1);
      const page = pageOf(rows, limit, (message) => [message.seq]);
      return { items: page.items.map(presentMessage), next: page.next };
    },
  );
}

function listEvents(app: App, deps: Deps): void {
  app.get(
    '/api/cases/:id/events',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'What happened to a case, oldest first',
        params: caseParams,
        querystring: pageQuery,
        response: { 200: caseEventPage },
      },
    },
    async (request) => {
      const row = await seenCase(deps.db, request.identity.actor, request.params.id);
      await noteAccess(deps, request, { kind: 'case', id: row.id });
      const { limit, cursor } = request.query;
      const [after] = readCursor(cursor, afterSeq) ?? [0];
      const rows = await eventsOfCase(deps.db, row.id, after, limit + 1);
      const page = pageOf(rows, limit, (event) => [event.seq]);
      return { items: page.items.map(presentEvent), next: page.next };
    },
  );
}
