import { useQuery } from '@tanstack/react-query';
import { handsNowQuery } from '../queries.ts';

/** How many cases are in your hands, beside the name of the place. */
export function HandsCount({ className }: { className?: string | undefined }) {
  const { data } = useQuery(handsNowQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <span className={className}>
      {data.items.length}
      {data.next ? '+' : ''}
    </span>
  );
}
