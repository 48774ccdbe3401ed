import { accountabilityPage, pyramid } from '@baton/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { withQuery } from '../../api/pages.ts';

/** What time alone changes (shifts, absences, cases of teams one does not see) is asked for so often. */
const everyMs = 20_000;

/** What is in whose hands, as far as one may see it. */
export const pyramidQuery = queryOptions({
  queryKey: ['pyramid'],
  queryFn: ({ signal }) => ask(pyramid, '/api/pyramid', { signal }),
  refetchInterval: everyMs,
});

/** What ran out at the top, the latest first. */
export const accountabilityQuery = infiniteQueryOptions({
  queryKey: ['accountability'],
  queryFn: ({ pageParam, signal }) =>
    ask(accountabilityPage, withQuery('/api/accountability', { cursor: pageParam }), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});
