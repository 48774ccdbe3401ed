import type { FetchQueryOptions, QueryClient, QueryKey } from '@tanstack/react-query';
import { newKey } from './new-key.ts';

/**
 * Asks the server now; an answer that is under way may be older than what was just done. It is asked
 * for by itself: what asks in order to show gives up when it is shown no longer, and answers what was
 * known before.
 */
export async function askNow<Data, Error, Key extends QueryKey>(
  client: QueryClient,
  query: FetchQueryOptions<Data, Error, Data, Key>,
): Promise<Data> {
  const queryKey: QueryKey = query.queryKey;
  await client.cancelQueries({ queryKey, exact: true });
  const began = Date.now();
  const ownKey: QueryKey = ['now', newKey()];
  const answer = await client.fetchQuery({ ...query, queryKey: ownKey as Key, gcTime: 0 });
  // What was asked for later may have come before.
  const last = client.getQueryState(queryKey)?.dataUpdatedAt ?? 0;
  if (last <= began) client.setQueryData(queryKey, answer);
  return answer;
}
