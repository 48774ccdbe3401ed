import type { Customer } from '@baton/contract';
import type { Actor } from '../../../kernel/actor.ts';
import type { Ctx, Db, Tx } from '../../../platform/context.ts';
import { sendETag } from '../../../platform/http-etag.ts';
import { notFound } from '../../../platform/refusals.ts';
import type { CaseMover } from '../commands/merge-customers.ts';
import { presentCustomer } from '../present.ts';
import { type CustomerScope, visibleCustomer } from '../store/customers.ts';
import type { CaseScope } from '../store/moods.ts';

/** What the cases say of customers: whose history an agent may see, and whose cases are whose. */
export type CustomerHooks = CaseMover & {
  scope: CustomerScope;
  caseScope: CaseScope;
  /** Whether a case is a customer's, and one that the actor may see. */
  isCaseOf: (ctx: Ctx, caseId: string, customerId: string) => Promise<boolean>;
};

/** @throws Problem not_found, also for a customer whom the actor may not see */
export async function seenCustomer(db: Db | Tx, id: string, actor: Actor, scope: CustomerScope) {
  const row = await visibleCustomer(db, id, await scope(db, actor));
  if (!row) throw notFound('customer');
  return row;
}

type Reply = { header(name: 'etag', value: string): unknown };

/** The customer as the API shows them, with the version as ETag. */
export async function shownCustomer(
  db: Db | Tx,
  id: string,
  reply: Reply,
  by: { actor: Actor; scope: CustomerScope },
): Promise<Customer> {
  const shown = presentCustomer(await seenCustomer(db, id, by.actor, by.scope));
  sendETag(reply, shown.version);
  return shown;
}

/** Whoever was let in to change something sees what they made of it. */
export const anybody: CustomerScope = async () => null;
