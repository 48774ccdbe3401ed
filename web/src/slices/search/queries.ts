import {
  savedSearch,
  savedSearchCounts,
  savedSearches,
  searchPage,
  type SavedSearch,
} from '@baton/contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';
import { withQuery } from '../../api/pages.ts';
import { isLooking, type Looking } from './looking.ts';

/** What is found, page by page; until it comes, what was found before stays. */
export const searchQuery = (looking: Looking) =>
  infiniteQueryOptions({
    queryKey: ['search', looking],
    queryFn: ({ pageParam, signal }) =>
      ask(searchPage, withQuery('/api/search', { ...looking, cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: isLooking(looking),
    placeholderData: keepPreviousData,
    // Always current: what was written meanwhile is found when one comes back.
    staleTime: 0,
  });

/** A few of what is found, for where one only picks. */
export const quickSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', 'quick', q],
    queryFn: ({ signal }) => ask(searchPage, withQuery('/api/search', { q, limit: 6 }), { signal }),
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

export const savedSearchesQuery = queryOptions({
  queryKey: ['saved-searches'],
  queryFn: async ({ signal }) =>
    (await ask(savedSearches, '/api/saved-searches', { signal })).items,
  staleTime: 60_000,
});

/** How many cases each finds; asked for beside whatever is shown, which never waits for it. */
export const savedCountsQuery = queryOptions({
  queryKey: ['saved-searches', 'counts'],
  queryFn: async ({ signal }) =>
    (await ask(savedSearchCounts, '/api/saved-searches/counts', { signal })).items,
  staleTime: 30_000,
  refetchInterval: 120_000,
});

type Kept = { name: string; search: Looking; team: string | null };

export function keepSearch(body: Kept, key: string): Promise<SavedSearch> {
  return ask(savedSearch, '/api/saved-searches', { method: 'POST', body, key });
}

export function changeSavedSearch(
  id: string,
  body: Partial<Kept> & { place?: number },
): Promise<SavedSearch> {
  return ask(savedSearch, `/api/saved-searches/${id}`, { method: 'PATCH', body });
}

export function dropSavedSearch(id: string): Promise<void> {
  return tell(`/api/saved-searches/${id}`, { method: 'DELETE' });
}
