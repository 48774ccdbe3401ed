import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/**
 * Notices what is added below while one reads further up. On opening a case goes to its end, or to
 * where one begins to read, where that would be out of sight there.
 * @param count how many entries there are
 * @param mine how many of them one has written oneself: a further one is shown
 * @param ready whether these are all that there were on opening
 */
export function useNewsBelow(count: number, mine: number, ready: boolean) {
  const end = useRef<HTMLDivElement>(null);
  const start = useRef<HTMLElement>(null);
  /** How many entries there were when the end was last in sight; null while it is. */
  const [read, setRead] = useState<number | null>(null);
  const latest = useRef(count);
  const hasAny = count > 0;

  useLayoutEffect(() => {
    latest.current = count;
  }, [count]);
  useLayoutEffect(() => {
    if (hasAny) end.current?.scrollIntoView({ block: 'end' });
  }, [hasAny]);
  useLayoutEffect(() => {
    const place = start.current?.closest('section');
    if (!ready || !place) return;
    const top = Math.max(0, place.getBoundingClientRect().top);
    if (start.current!.getBoundingClientRect().top < top) start.current!.scrollIntoView();
  }, [ready]);
  const written = useRef<number | null>(null);
  useEffect(() => {
    if (!ready) return;
    if (written.current !== null && mine > written.current) {
      end.current?.scrollIntoView({ block: 'end' });
    }
    written.current = mine;
  }, [mine, ready]);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) =>
      setRead(entry!.isIntersecting ? null : latest.current),
    );
    observer.observe(end.current!);
    return () => observer.disconnect();
  }, []);

  const toEnd = useCallback(
    () => end.current?.scrollIntoView({ block: 'end', behavior: 'smooth' }),
    [],
  );
  return { start, end, news: read === null ? 0 : Math.max(0, count - read), toEnd };
}
