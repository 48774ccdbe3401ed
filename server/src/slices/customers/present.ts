import type { Customer, Language } from '@baton/contract';
import type { CustomerRow } from './store/customers.ts';
import type { IdentityKind } from './rules/identity.ts';

export function presentCustomer(row: CustomerRow): Customer {
  return {
    id: row.id,
    name: row.name,
    language: row.language as Language | null,
    zone: row.zone,
    identities: row.identities.map(({ kind, shown }) => ({
      kind: kind as IdentityKind,
      value: shown,
    })),
    createdAt: row.created_at.toISOString(),
  };
}
