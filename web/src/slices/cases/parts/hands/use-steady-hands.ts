import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { handsNowQuery, handsQuery } from '../../queries.ts';
import { useHandsOrder } from './hands-order.ts';
import { missing, steady } from './steady.ts';
import { useAsked } from './use-asked.ts';

/** Where more went at once, the rest stay as they were until the news are shown. */
const mostAsked = 20;

/** Of a list that is longer, what is new is shown from its beginning: the rest comes again as one scrolls. */
const mostPagesAgain = 4;

/** The list of somebody's hands, yours to begin with, steady: what is new waits until `showNews`, or until it disturbs nothing. */
export function useSteadyHands(owner = 'me') {
  const client = useQueryClient();
  const order = useHandsOrder();
  const shown = useInfiniteQuery(handsQuery(order, owner));
  const now = useQuery(handsNowQuery(order, owner));
  const pages = shown.data?.pages;
  // What was asked for before the list itself would bring back what has left it since.
  const newest = now.data && now.dataUpdatedAt > shown.dataUpdatedAt ? now.data : pages?.[0];
  const doubtful = useMemo(
    () => (pages && newest?.next ? missing(pages, newest, order).slice(0, mostAsked) : []),
    [pages, newest, order],
  );
  const asked = useAsked(doubtful, owner);
  const seen = useMemo(
    () => (pages && newest ? steady(pages, newest, order, asked) : null),
    [pages, newest, order, asked],
  );

  function showNews() {
    if (pages && pages.length > 1 && pages.length <= mostPagesAgain) return void shown.refetch();
    if (newest)
      client.setQueryData(handsQuery(order, owner).queryKey, {
        pages: [newest],
        pageParams: [null],
      });
  }

  const adds = seen?.appends === true && seen.fresh > 0;
  useEffect(() => {
    if (adds) showNews();
  });
  return { order, shown, seen, showNews };
}
