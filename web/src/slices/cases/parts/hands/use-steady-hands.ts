import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { handsNowQuery, handsQuery } from '../../queries.ts';
import { steady } from './steady.ts';

/** The list of your hands, steady: what is new waits until `showNews`, or until it disturbs nothing. */
export function useSteadyHands() {
  const client = useQueryClient();
  const shown = useInfiniteQuery(handsQuery);
  const now = useQuery(handsNowQuery);
  const pages = shown.data?.pages;
  const seen = useMemo(
    () => (pages ? steady(pages, now.data ?? pages[0]!) : null),
    [pages, now.data],
  );

  function showNews() {
    if (pages && pages.length > 1) return void shown.refetch();
    const page = now.data;
    if (page) client.setQueryData(handsQuery.queryKey, { pages: [page], pageParams: [null] });
  }

  const adds = seen?.appends === true && seen.fresh > 0;
  useEffect(() => {
    if (adds) showNews();
  });
  return { shown, seen, showNews };
}
