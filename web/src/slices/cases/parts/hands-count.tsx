import { useQuery } from '@tanstack/react-query';
import { handsNowQuery } from '../queries.ts';
import { useHandsOrder } from './hands/hands-order.ts';

/** How many cases are in your hands, beside the name of the place. */
export function HandsCount({ className }: { className?: string | undefined }) {
  const { data } = useQuery(handsNowQuery(useHandsOrder()));
  if (!data || data.items.length === 0) return null;
  return (
    <span className={className}>
      {data.items.length}
      {data.next ? '+' : ''}
    </span>
  );
}
