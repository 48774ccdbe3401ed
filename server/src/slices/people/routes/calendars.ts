import type { Audit } from '../../../platform/http-types.ts';
import {
  calendar,
  calendarChange,
  calendarPage,
  calendarPreview,
  calendarSketch,
  companyClosedDays as companyClosedDaysShape,
  foundHolidays,
  holidayFile,
  id,
  newCalendar,
  newCompanyClosedDays,
  pageQuery,
} from '@baton/contract';
import { z } from 'zod';
import type { Db, Tx } from '../../../platform/context.ts';
import { instant, runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import { notFound } from '../../../platform/refusals.ts';
import {
  changeCalendar,
  closeCompany,
  createCalendar,
  deleteCalendar,
} from '../commands/put-calendar.ts';
import { sketchCalendar } from '../commands/sketch-calendar.ts';
import { presentCalendar } from '../present.ts';
import { readHolidays } from '../rules/holidays.ts';
import { withUses } from '../store/calendar-uses.ts';
import { calendarById, companyClosedDays, listCalendars } from '../store/calendars.ts';
import { done } from './done.ts';
import type { PeopleRoutes } from './types.ts';

const tags = ['People'];

/** What is written down of a change. */
const audit = {
  kind: 'calendar',
  read: async (tx, { id: which }) => presentCalendar(await found(tx, which)),
} satisfies Audit;
const params = z.strictObject({ id });
const cursor = z.tuple([z.string(), z.uuid()]);

const readCalendars: PeopleRoutes = (app, deps) => {
  app.get(
    '/api/calendars',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Calendars by name, with whoever keeps their hours',
        tags,
        querystring: pageQuery,
        response: { 200: calendarPage },
      },
    },
    async ({ query }) => {
      const rows = await listCalendars(deps.db, query.limit, readCursor(query.cursor, cursor));
      const page = pageOf(rows, query.limit, (last) => [last.name, last.id]);
      const items = await withUses(deps.db, page.items);
      return { items: items.map(presentCalendar), next: page.next };
    },
  );

  app.get(
    '/api/calendars/:id',
    {
      config: { access: 'reader' },
      schema: { summary: 'One calendar', tags, params, response: { 200: calendar } },
    },
    async ({ params: { id: which } }, reply) => shown(deps.db, which, reply),
  );
};

const addCalendar: PeopleRoutes = (app, deps, hooks) => {
  app.post(
    '/api/calendars',
    {
      config: {
        access: 'admin',
        audit: { ...audit, read: 'answer' },
        problems: ['already_exists', 'unknown_reference'],
      },
      schema: {
        summary: 'Adds a calendar',
        tags,
        body: newCalendar,
        response: { 201: calendar },
      },
    },
    async (request, reply) => {
      await httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        shown(ctx.tx, await createCalendar(ctx, request.body), reply),
      );
      await hooks.alignClocks(deps);
    },
  );
};

const changeOneCalendar: PeopleRoutes = (app, deps, hooks) => {
  app.patch(
    '/api/calendars/:id',
    {
      config: {
        access: 'admin',
        audit: audit,
        problems: ['already_exists', 'unknown_reference', 'stale_version'],
      },
      schema: {
        summary: 'Changes a calendar; the clocks that run by it move',
        tags,
        params,
        body: calendarChange,
        response: { 200: calendar },
      },
    },
    async (request, reply) => {
      const { id: which } = request.params;
      await runCommand(deps, request.identity.actor, (ctx) =>
        changeCalendar(ctx, which, request.body, ifMatch(request)),
      );
      await hooks.alignClocks(deps);
      return shown(deps.db, which, reply);
    },
  );

  app.delete(
    '/api/calendars/:id',
    {
      config: { access: 'admin', audit: audit, problems: ['still_in_use'] },
      schema: {
        summary: 'Takes a calendar away whose hours nobody keeps',
        tags,
        params,
        response: { 204: done },
      },
    },
    async ({ params: { id: which }, identity }, reply) => {
      await runCommand(deps, identity.actor, (ctx) => deleteCalendar(ctx, which));
      return reply.code(204).send();
    },
  );
};

const closedDays: PeopleRoutes = (app, deps, hooks) => {
  const shownDays = async (db: Db | Tx) => {
    const { days, asked } = await companyClosedDays(db);
    return { days, asked };
  };
  app.get(
    '/api/company/closed-days',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'The days on which the whole company is closed',
        tags,
        response: { 200: companyClosedDaysShape },
      },
    },
    async () => shownDays(deps.db),
  );

  app.put(
    '/api/company/closed-days',
    {
      config: { access: 'admin', audit: { kind: 'closed_days', read: shownDays } },
      schema: {
        summary: 'Sets the days on which the whole company is closed; clocks move by it',
        tags,
        body: newCompanyClosedDays,
        response: { 200: companyClosedDaysShape },
      },
    },
    async ({ body, identity }) => {
      await runCommand(deps, identity.actor, (ctx) => closeCompany(ctx, body.days));
      await hooks.alignClocks(deps);
      return shownDays(deps.db);
    },
  );
};

const tryOut: PeopleRoutes = (app, deps) => {
  app.post(
    '/api/calendars/holidays',
    {
      config: { access: 'admin', notASetting: 'it only reads a file' },
      schema: {
        summary: 'Reads the days of an iCalendar file; nothing is saved',
        tags,
        body: holidayFile,
        response: { 200: foundHolidays },
      },
    },
    async ({ body }) => {
      const today = (await instant(deps.db, deps)).toISOString().slice(0, 10);
      const { days, skipped } = readHolidays(body.text, today);
      const known = new Set(body.closed.map(({ day }) => day));
      const fresh = days.filter(({ day }) => !known.has(day));
      return { days: fresh, known: days.length - fresh.length, skipped };
    },
  );

  app.post(
    '/api/calendars/preview',
    {
      config: { access: 'reader', notASetting: 'nothing is saved' },
      schema: {
        summary: 'What the next two weeks of a calendar look like; nothing is saved',
        tags,
        body: calendarSketch,
        response: { 200: calendarPreview },
      },
    },
    async ({ body }) => ({
      items: await sketchCalendar(deps.db, body, await instant(deps.db, deps)),
    }),
  );
};

export const calendarRoutes: PeopleRoutes[] = [
  readCalendars,
  addCalendar,
  changeOneCalendar,
  closedDays,
  tryOut,
];

async function shown(db: Db | Tx, which: string, reply: Parameters<typeof sendETag>[0]) {
  const row = await found(db, which);
  sendETag(reply, row.version);
  return presentCalendar(row);
}

async function found(db: Db | Tx, which: string) {
  const row = await calendarById(db, which);
  if (!row) throw notFound('calendar');
  const [withAll] = await withUses(db, [row]);
  return withAll!;
}
