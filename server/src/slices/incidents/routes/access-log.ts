import { accessPage, accessQuery } from '@baton/contract';
import { z } from 'zod';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import type { Routes } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { presentAccess } from '../present.ts';
import { accessLog } from '../store/access-log.ts';

const cursor = z.tuple([z.string(), z.string()]);

/** Who saw what: for administrators, whose looking is written down, too. */
export const accessLogRoutes: Routes = (app, deps) => {
  app.get(
    '/api/access-log',
    {
      config: { access: 'admin' },
      schema: {
        summary: 'Who saw what, when and from where, the latest first',
        tags: ['Access'],
        querystring: accessQuery,
        response: { 200: accessPage },
      },
    },
    async ({ query, identity, ip }) => {
      const { limit, cursor: after, ...filter } = query;
      const rows = await accessLog(deps.db, filter, readCursor(after, cursor), limit);
      const page = pageOf(rows, limit, (last) => [last.exactly, last.tie]);
      const about = filter.customer ?? filter.case ?? filter.actor;
      const detail = { list: 'access log', ...(about && { ids: [about] }) };
      await recordAccess(deps.db, identity.actor, { kind: 'list', detail, address: ip });
      return { items: page.items.map(presentAccess), next: page.next };
    },
  );
};
