import {
  csv,
  incidentNoticeChange,
  noticesPrepared,
  noticesSent,
  touchedCustomerPage,
  touchedCustomerQuery,
} from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { byId } from '../../../platform/http-params.ts';
import type { HttpRequest, Routes } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { recordAccess } from '../../auth/index.ts';
import { prepareNotices } from '../commands/prepare-notices.ts';
import { sendNotices } from '../commands/send-notices.ts';
import { presentTouched } from '../present-incident.ts';
import { incidentById } from '../store/incidents.ts';
import { rewriteNotice } from '../store/notices.ts';
import { type TouchedRow, touchedCustomers } from '../store/touched.ts';

const tags = ['Access'];
const cursor = z.tuple([z.string(), z.uuid()]);
/** A table of all at once; who saw more than that needs more than a table. */
const mostExported = 50_000;

const touched: Routes = (app, deps) => {
  app.get(
    '/api/incidents/:id/customers',
    {
      config: { access: 'admin' },
      schema: {
        summary:
          'Customers whose data were seen in the window of an incident, and what they are told',
        tags,
        params: byId,
        querystring: touchedCustomerQuery,
        response: { 200: touchedCustomerPage },
      },
    },
    async (request) => {
      const { limit, cursor: after } = request.query;
      const window = await windowOf(deps, request.params.id);
      const rows = await touchedCustomers(deps.db, window, limit, readCursor(after, cursor));
      const page = pageOf(rows, limit, (last) => [last.sort, last.customer_id]);
      await noteLook(deps, request, page.items, false);
      return { items: page.items.map(presentTouched), next: page.next };
    },
  );

  app.get(
    '/api/incidents/:id/customers.csv',
    {
      config: { access: 'admin' },
      schema: { summary: 'The same as a table for spreadsheets', tags, params: byId },
    },
    async (request, reply) => {
      const window = await windowOf(deps, request.params.id);
      const rows = await touchedCustomers(deps.db, window, mostExported, undefined);
      await noteLook(deps, request, rows, true);
      const heading = ['customer', 'id', 'kinds', 'first', 'last', 'looks', 'notice'];
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="incident-customers.csv"')
        .header('cache-control', 'private, no-store')
        .send(csv(heading, rows.map(lineOf)));
    },
  );
};

const prepare: Routes = (app, deps) => {
  app.post(
    '/api/incidents/:id/notices',
    {
      config: { access: 'admin', notASetting: 'The incident keeps what was prepared.' },
      schema: {
        summary: 'Prepares what each of these customers is told; nothing is sent',
        tags,
        params: byId,
        response: { 200: noticesPrepared },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => ({
        prepared: await prepareNotices(ctx, request.params.id),
      })),
  );

  app.patch(
    '/api/incidents/:id/notices/:customer',
    {
      config: { access: 'admin', notASetting: 'What was sent in the end stands in the case.' },
      schema: {
        summary: 'Changes what a customer is told, as long as it is not sent',
        tags,
        params: byId.extend({ customer: z.uuid() }),
        body: incidentNoticeChange,
        response: { 204: z.undefined().describe('Done') },
      },
    },
    async ({ params, body, identity }, reply) => {
      const on = { incidentId: params.id, customerId: params.customer };
      await runCommand(deps, identity.actor, async ({ tx }) => {
        if (!(await rewriteNotice(tx, on, body))) throw notFound('notice that is not sent');
      });
      return reply.code(204).send();
    },
  );
};

const send: Routes = (app, deps) => {
  app.post(
    '/api/incidents/:id/notices/sending',
    {
      config: {
        access: 'admin',
        stepUp: true,
        problems: ['no_one_to_hold_it'],
        notASetting: 'The incident keeps what was sent, and the cases have it.',
      },
      schema: {
        summary: 'Sends what is prepared, fifty at once, each in a new case held by the owner',
        tags,
        params: byId,
        response: { 200: noticesSent },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, (ctx) =>
        sendNotices(ctx, request.params.id),
      ),
  );
};

/** Whose data were seen, and what they are told. */
export const noticeRoutes: Routes[] = [touched, prepare, send];

async function windowOf(deps: Deps, id: string) {
  const found = await incidentById(deps.db, id);
  if (!found) throw notFound('incident');
  return found;
}

/** Who looks at the list of an incident sees customers, too. */
async function noteLook(
  deps: Deps,
  { identity, ip }: Pick<HttpRequest, 'identity' | 'ip'>,
  rows: TouchedRow[],
  exported: boolean,
): Promise<void> {
  const ids = rows.map(({ customer_id }) => customer_id);
  const detail = { list: 'incident', ids, ...(exported && { exported }) };
  await recordAccess(deps.db, identity.actor, { kind: 'list', detail, address: ip });
}

function lineOf(row: TouchedRow) {
  const { customer, kinds, firstAt, lastAt, looks, notice } = presentTouched(row);
  return [
    ...[customer.name, customer.id, kinds.join(' '), firstAt, lastAt],
    ...[looks, notice?.state ?? ''],
  ];
}
