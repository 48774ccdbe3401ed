import type { Customer, Language, Reference } from '@baton/contract';
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
    references: row.references.map(presentReference),
    createdAt: row.created_at.toISOString(),
  };
}

/** A number of a customer; never the number itself. */
export function presentReference(row: CustomerRow['references'][number]): Reference {
  const { id, kind, label, ending } = row;
  return { id, kind: kind as Reference['kind'], label, ending };
}
