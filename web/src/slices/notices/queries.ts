import { noticePage, unseenNotices } from '@baton/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { withQuery } from '../../api/pages.ts';
import { askEvery } from '../../live/line.ts';

const everyMs = 15_000;

/** How many notices the signed-in agent has not seen yet. */
export const unseenQuery = queryOptions({
  queryKey: ['notices', 'unseen'],
  queryFn: ({ signal }) => ask(unseenNotices, '/api/notices/unseen', { signal }),
  refetchInterval: askEvery(everyMs),
});

/** What the signed-in agent was told, the newest first. */
export const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices', 'list'],
  queryFn: ({ pageParam, signal }) =>
    ask(noticePage, withQuery('/api/notices', { cursor: pageParam }), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  refetchInterval: askEvery(everyMs),
});

/** These notices were seen, those about a case, or all. */
export const markSeen = (which: { ids?: string[]; case?: string }) =>
  ask(unseenNotices, '/api/notices/seen', { method: 'POST', body: which });
