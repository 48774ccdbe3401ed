import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { type RefObject, useEffect } from 'react';

export type Pages = Pick<
  UseInfiniteQueryResult,
  'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage'
>;

/** The next page is asked for when its place is so near the screen. */
const ahead = '1500px 0px';

/** Asks for the next page of a list as its end comes near; after a failure only when pressed. */
export function useOnward(
  end: RefObject<HTMLElement | null>,
  { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage }: Pages,
  on: boolean,
): void {
  const waits = on && hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (!waits || !end.current) return undefined;
    // `scrollMargin` is the same for a list with room of its own; without it pages come at the end.
    const margins = { rootMargin: ahead, scrollMargin: ahead };
    const observer = new IntersectionObserver(([seen]) => {
      if (seen?.isIntersecting) void fetchNextPage();
    }, margins);
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [end, waits, fetchNextPage]);
}
