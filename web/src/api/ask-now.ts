import type { FetchQueryOptions, QueryClient, QueryKey } from '@tanstack/react-query';

/** Asks the server now; an answer that is under way may be older than what was just done. */
export async function askNow<Data, Error, Answer, Key extends QueryKey>(
  client: QueryClient,
  query: FetchQueryOptions<Data, Error, Answer, Key>,
): Promise<Answer> {
  await client.cancelQueries({ queryKey: query.queryKey, exact: true });
  return client.fetchQuery({ ...query, staleTime: 0 });
}
