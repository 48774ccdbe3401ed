import type { Deps } from '../../platform/context.ts';
import type { App } from '../../platform/http-types.ts';
import type { CustomerHooks } from './routes/seen.ts';
import { alikeRoutes } from './routes/alike.ts';
import { csvRoutes } from './routes/csv.ts';
import { customerRoutes as ownRoutes } from './routes/customers.ts';
import { identityRoutes } from './routes/identities.ts';
import { mergeRoutes } from './routes/merges.ts';
import { moodRoutes } from './routes/moods.ts';
import { noteRoutes } from './routes/notes.ts';
import { organisationRoutes } from './routes/organisations.ts';
import { recordRoutes } from './routes/record.ts';
import { referenceRoutes } from './routes/references.ts';
import { tierRoutes } from './routes/tiers.ts';

/** Customers and what is known of them; `hooks` come from the cases. */
export function customerRoutes(app: App, deps: Deps, hooks: CustomerHooks): void {
  for (const add of [alikeRoutes, ownRoutes, identityRoutes, noteRoutes, recordRoutes]) {
    add(app, deps, hooks.scope);
  }
  referenceRoutes(app, deps, hooks.scope);
  moodRoutes(app, deps, hooks);
  mergeRoutes(app, deps, hooks);
  csvRoutes(app, deps);
  organisationRoutes(app, deps);
  tierRoutes(app, deps);
}
