import { type IdentityKind, normalised } from './identity.ts';

type Comparable = { kind: IdentityKind; value: string };

/** What somebody typed, of which it is not said yet what it is: as each kind it could be. */
export function typedIdentities(typed: string): Comparable[] {
  const kinds: IdentityKind[] = typed.includes('@') ? ['mail', 'handle'] : ['phone', 'handle'];
  return kinds.flatMap((kind) => {
    const value = normalised(kind, typed);
    return value === null ? [] : [{ kind, value }];
  });
}

type Known = { id: string; name: string; organisation: { id: string } | null };

/** By what a customer who is known is compared with others. */
export function likenessOf({ id, name, organisation }: Known, identities: readonly Comparable[]) {
  return {
    id,
    name,
    organisation: organisation?.id ?? null,
    identities: identities.map(({ kind, value }) => ({ kind, value })),
  };
}
