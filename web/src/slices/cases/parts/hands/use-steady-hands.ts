import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { handsNowQuery, handsQuery } from '../../queries.ts';
import { useHandsOrder } from './hands-order.ts';
import { steady } from './steady.ts';

/** The list of your hands, steady: what is new waits until `showNews`, or until it disturbs nothing. */
export function useSteadyHands() {
  const client = useQueryClient();
  const order = useHandsOrder();
  const shown = useInfiniteQuery(handsQuery(order));
  const now = useQuery(handsNowQuery(order));
  const pages = shown.data?.pages;
  const seen = useMemo(
    () => (pages ? steady(pages, now.data ?? pages[0]!, order) : null),
    [pages, now.data, order],
  );

  function showNews() {
    if (pages && pages.length > 1) return void shown.refetch();
    const page = now.data;
    if (page)
      client.setQueryData(handsQuery(order).queryKey, { pages: [page], pageParams: [null] });
  }

  const adds = seen?.appends === true && seen.fresh > 0;
  useEffect(() => {
    if (adds) showNews();
  });
  return { order, shown, seen, showNews };
}
