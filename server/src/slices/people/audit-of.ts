import type { Tx } from '../../platform/context.ts';
import type { Audit } from '../../platform/http-types.ts';

/**
 * What is written down of a change: what is shown, without the version. Every request raises that, also
 * one that changes nothing, which leaves no row.
 */
export function auditOf(kind: Audit['kind'], shown: (tx: Tx, id: string) => Promise<object>) {
  return {
    kind,
    read: async (tx, { id }) => ({ ...(await shown(tx, id)), version: undefined }),
  } satisfies Audit;
}
