import { searchPage, searchQuery } from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import type { App } from '../../../platform/http-types.ts';
import { rankIn, reaches } from '../../../platform/ranks.ts';
import { recordAccess } from '../../auth/index.ts';
import { scopeOf } from '../../cases/index.ts';
import { lookFor, narrowingOf } from '../look-for.ts';
import { presentFound, presentFoundCustomer } from '../present.ts';

const afterNumber = z.tuple([z.number().int()]);

/** Finds cases and customers by what was said. */
export function searchRoute(app: App, deps: Deps): void {
  app.get(
    '/api/search',
    {
      config: { access: 'reader' },
      schema: {
        tags: ['Cases'],
        summary: 'Cases and customers by words in any language, numbers, addresses and file names',
        querystring: searchQuery,
        response: { 200: searchPage },
      },
    },
    async ({ query, identity, ip, signal }) => {
      const { actor, limits } = identity;
      const { q = '', limit, cursor, ...fields } = query;
      const narrowing = narrowingOf(fields, actor);
      const [before = null] = readCursor(cursor, afterNumber) ?? [];
      const scope = await scopeOf(deps.db, actor);
      const looking = { q, narrowing, limit, before, unwanted: signal };
      const seesCustomers = reaches(rankIn(limits, 'Customers'), 'reader');
      const found = await lookFor(deps, actor, scope, looking, seesCustomers);
      const page = pageOf(found.cases, limit, (last) => [last.number]);
      const items = found.numbered ? [found.numbered, ...page.items] : page.items;
      const ids = [...items, ...found.customers].map(({ id }) => id);
      // What was looked for may be a name: the log keeps what was shown.
      const detail = { list: 'search', ids };
      await recordAccess(deps.db, actor, { kind: 'list', detail, address: ip });
      const said = Map.groupBy(found.said, (row) => row.case_id);
      return {
        items: items.map((row) => presentFound(row, said.get(row.id) ?? [], found.wanted.marks)),
        next: page.next,
        customers: found.customers.map(presentFoundCustomer),
        complete: found.complete,
      };
    },
  );
}
