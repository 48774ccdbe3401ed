import { Readable } from 'node:stream';
import { auditFilter, auditPage, auditQuery } from '@baton/contract';
import { z } from 'zod';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import type { Routes } from '../../../platform/http-types.ts';
import { auditCsv } from '../audit-csv.ts';
import { presentAudit } from '../present-audit.ts';
import { settingsAudit } from '../store/settings-audit.ts';

const tags = ['Access'];
const cursor = z.tuple([z.number().int()]);

/** Who changed which setting, from what to what. */
export const settingsAuditRoutes: Routes = (app, deps) => {
  app.get(
    '/api/settings-audit',
    {
      config: { access: 'admin' },
      schema: {
        summary: 'Who changed which setting, from what to what, the latest first',
        tags,
        querystring: auditQuery,
        response: { 200: auditPage },
      },
    },
    async ({ query: { limit, cursor: given, ...filter } }) => {
      const [before] = readCursor(given, cursor) ?? [];
      const rows = await settingsAudit(deps.db, filter, before, limit);
      const page = pageOf(rows, limit, (last) => [last.seq]);
      return { items: page.items.map(presentAudit), next: page.next };
    },
  );

  app.get(
    '/api/settings-audit.csv',
    {
      config: { access: 'admin' },
      schema: { summary: 'The same as a table for spreadsheets', tags, querystring: auditFilter },
    },
    async ({ query }, reply) =>
      reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="settings-audit.csv"')
        .header('cache-control', 'private, no-store')
        .send(Readable.from(auditCsv(deps.db, query))),
  );
};
