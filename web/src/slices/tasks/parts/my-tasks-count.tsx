import { useInfiniteQuery } from '@tanstack/react-query';
import { myTasksQuery } from '../queries.ts';

/** How much you were asked to do, beside the name of the place. */
export function MyTasksCount({ className }: { className?: string | undefined }) {
  const { data } = useInfiniteQuery(myTasksQuery('asked'));
  const count = data?.pages[0]?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <span className={className}>
      {count}
      {data?.pages[0]?.next ? '+' : ''}
    </span>
  );
}
