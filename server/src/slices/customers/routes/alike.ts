import { alikeQuery, alikes } from '@baton/contract';
import type { Deps } from '../../../platform/context.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App, Identity } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { presentAlike } from '../present.ts';
import { likenessOf, typedIdentities } from '../rules/likeness.ts';
import { alikeCustomers, type Likeness } from '../store/alike.ts';
import type { CustomerScope } from '../store/customers.ts';
import { identitiesOf } from '../store/identities.ts';
import { seenCustomer } from './seen.ts';

const tags = ['Customers'];

/** Who may be one and the same: the same number, or the same name. */
export function alikeRoutes(app: App, deps: Deps, scope: CustomerScope): void {
  const found = async (like: Likeness, { actor }: Identity, address: string) => {
    const rows = await alikeCustomers(deps.db, like, await scope(deps.db, actor));
    const detail = { list: 'customers', ids: rows.map(({ id }) => id) };
    await recordAccess(deps.db, actor, { kind: 'list', detail, address });
    return { items: rows.map(presentAlike), next: null };
  };

  app.get(
    '/api/customers/alike',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Customers who may be the one who is about to be written down',
        tags,
        querystring: alikeQuery,
        response: { 200: alikes },
      },
    },
    async ({ query: { name = null, organisation = null, identity: typed = '' }, identity, ip }) =>
      found({ id: null, name, organisation, identities: typedIdentities(typed) }, identity, ip),
  );

  app.get(
    '/api/customers/:id/alike',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Customers who may be the same as this one',
        tags,
        params: byId,
        response: { 200: alikes },
      },
    },
    async ({ params: { id }, identity, ip }) => {
      const row = await seenCustomer(deps.db, id, identity.actor, scope);
      return found(likenessOf(row, await identitiesOf(deps.db, id)), identity, ip);
    },
  );
}
