import type { Deps } from '../server/src/platform/context.ts';
import { newId } from '../server/src/platform/ids.ts';
import type { NewMessage } from '../server/src/slices/cases/index.ts';

/** A customer with a mail address. */
export type Customer = { id: string; name: string; address: string };

let invited = 0;

/** Puts more customers into a database. */
export async function inviteCustomers({ db }: Deps, count: number): Promise<Customer[]> {
  const customers = Array.from({ length: count }, () => {
    invited += 1;
    const address = `customer.${invited}@example.com`;
    return { id: newId(), name: `Customer ${invited}`, address };
  });
  const created_at = new Date();
  await db
    .insertInto('baton.customers')
    .values(customers.map(({ id, name }) => ({ id, name, created_at })))
    .execute();
  await db
    .insertInto('baton.identities')
    .values(
      customers.map(({ id, address }) => ({
        id: newId(),
        customer_id: id,
        kind: 'mail',
        value: address,
        shown: address,
      })),
    )
    .execute();
  return customers;
}

/** What a customer says by mail. */
export function saidBy(customer: Customer, text: string): NewMessage {
  return {
    id: newId(),
    direction: 'in',
    kind: 'mail',
    author: {
      kind: 'customer',
      id: customer.id,
      name: customer.name,
      address: customer.address,
    },
    subject: 'The bill',
    text,
    quoted: null,
    htmlSha256: null,
    language: 'en',
    automatic: false,
    inboundId: null,
    files: [],
  };
}
