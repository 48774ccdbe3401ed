import type { InvalidateQueryFilters, QueryClient } from '@tanstack/react-query';

/**
 * Asks again for what may have changed. A first answer that is on its way may be older than the change,
 * and is not asked for anew before it has come: then once more.
 */
export async function renew(client: QueryClient, what: InvalidateQueryFilters): Promise<void> {
  const coming = client
    .getQueryCache()
    .findAll({ ...what, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  await client.invalidateQueries(what);
  const again = coming.map(({ queryKey }) => client.invalidateQueries({ queryKey, exact: true }));
  await Promise.all(again);
}
