import { useQuery } from '@tanstack/react-query';
import { savedCountsQuery } from '../queries.ts';

/** How many cases a kept search finds, as far as it was counted. */
export function SavedCount({ id, className }: { id: string; className?: string | undefined }) {
  const { data } = useQuery(savedCountsQuery);
  const counted = data?.find((one) => one.id === id);
  if (!counted?.count) return null;
  return (
    <span className={className}>
      {counted.count}
      {counted.more ? '+' : ''}
    </span>
  );
}
