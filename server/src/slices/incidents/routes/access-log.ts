import { Readable } from 'node:stream';
import { accessFilter, accessPage, accessQuery } from '@baton/contract';
import { z } from 'zod';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import type { Routes } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { accessCsv } from '../access-csv.ts';
import { presentAccess } from '../present.ts';
import { type AccessFilter, accessLog } from '../store/access-log.ts';

const tags = ['Access'];
const cursor = z.tuple([z.string(), z.string()]);

/** What is written down of a look into the log: whom or what it was about. */
const lookAt = (filter: AccessFilter, exported: boolean) => {
  const about = filter.customer ?? filter.case ?? filter.actor;
  return {
    list: 'access log',
    ...(about && { ids: [about] }),
    ...(exported && { exported }),
  };
};

/** Who saw what: for administrators, whose looking is written down, too. */
export const accessLogRoutes: Routes = (app, deps) => {
  app.get(
    '/api/access-log',
    {
      config: { access: 'admin' },
      schema: {
        summary: 'Who saw what, when and from where, the latest first',
        tags,
        querystring: accessQuery,
        response: { 200: accessPage },
      },
    },
    async ({ query, identity, ip }) => {
      const { limit, cursor: after, ...filter } = query;
      const rows = await accessLog(deps.db, filter, readCursor(after, cursor), limit);
      const page = pageOf(rows, limit, (last) => [last.exactly, last.tie]);
      const detail = lookAt(filter, false);
      await recordAccess(deps.db, identity.actor, { kind: 'list', detail, address: ip });
      return { items: page.items.map(presentAccess), next: page.next };
    },
  );

  app.get(
    '/api/access-log.csv',
    {
      config: { access: 'admin' },
      schema: { summary: 'The same as a table for spreadsheets', tags, querystring: accessFilter },
    },
    async ({ query, identity, ip }, reply) => {
      const detail = lookAt(query, true);
      await recordAccess(deps.db, identity.actor, { kind: 'list', detail, address: ip });
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="access-log.csv"')
        .header('cache-control', 'private, no-store')
        .send(Readable.from(accessCsv(deps.db, query)));
    },
  );
};
