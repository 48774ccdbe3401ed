import type { CustomerHooks } from '../customers/index.ts';
import { scopeOf, visibleTo } from './store/scope.ts';
import { isCaseOfCustomer } from './store/setbacks.ts';

/** Whether a case is a customer's, and one that the actor may see. */
export const isCaseOf: CustomerHooks['isCaseOf'] = async ({ tx, actor }, caseId, customerId) =>
  isCaseOfCustomer(tx, await scopeOf(tx, actor), caseId, customerId);

/** The condition on `baton.cases as c` that keeps to what an actor may see. */
export const caseScope: CustomerHooks['caseScope'] = async (db, actor) =>
  visibleTo(await scopeOf(db, actor));
