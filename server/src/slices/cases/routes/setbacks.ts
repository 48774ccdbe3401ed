import { customerSetbacks, setbackKinds } from '@baton/contract';
import { dayMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Deps } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { scopeOf, seesCustomer } from '../store/scope.ts';
import { type SetbackRow, setbacksOf } from '../store/setbacks.ts';
import { noteAccess } from './shared.ts';

/** What is older is not held up to whoever speaks with the customer. */
const toldForMs = 2 * 365 * dayMs;

/** What went badly for a customer with us, for whoever is about to speak with them (S1-10). */
export function setbackRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/customers/:id/setbacks',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'What went badly in the cases of a customer that one may see',
        tags: ['Customers'],
        params: byId,
        response: { 200: customerSetbacks },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { actor } = request.identity;
      if (!(await seesCustomer(deps.db, actor, id))) throw notFound('customer');
      await noteAccess(deps, request, { kind: 'customer', id });
      const since = plus(await instant(deps.db, deps), -toldForMs);
      const rows = await setbacksOf(deps.db, await scopeOf(deps.db, actor), id, since);
      return { items: rows.map(present), next: null };
    },
  );
}

function present(row: SetbackRow) {
  const what = setbackKinds.map((kind) => ({ kind, count: row[kind] }));
  return {
    case: { id: row.id, number: row.number, subject: row.subject },
    at: row.at.toISOString(),
    what: what.filter(({ count }) => count > 0),
  };
}
