import type { Db, Tx } from '../../platform/context.ts';
import { customerWithIdentity } from './store/customers.ts';

export { createCustomer } from './commands/create-customer.ts';
export { changeCustomer } from './commands/change-customer.ts';
export { customerForAddress } from './commands/customer-for-address.ts';
export type { CaseMover } from './commands/merge-customers.ts';
export type { CustomerHooks } from './routes/seen.ts';
export { noteMood } from './commands/note-mood.ts';
export { moveMoodsOfCase } from './store/moods.ts';
export { checks } from './checks.ts';
export { presentValue, type ValueColumns } from './present.ts';
export { mendCustomer, offerIdentity, takeBackCustomer } from './commands/spoken-customer.ts';
export { sealReferencesAnew } from './commands/references.ts';
export { spokenRecord } from './store/spoken.ts';
export { customerRoutes } from './routes.ts';
export { customerById, holdSurvivor, primaryMail } from './store/customers.ts';

/** The customer to whom a mail address belongs; null when it is nobody's. */
export async function customerByAddress(db: Db | Tx, address: string): Promise<string | null> {
  return customerWithIdentity(db, 'mail', address.trim().toLowerCase());
}
