import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/**
 * Notices what is added below while one reads further up; on opening a case goes to its end.
 * @param count how many entries there are
 */
export function useNewsBelow(count: number) {
  const end = useRef<HTMLDivElement>(null);
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
  return { end, news: read === null ? 0 : Math.max(0, count - read), toEnd };
}
