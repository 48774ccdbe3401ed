import { useQuery } from '@tanstack/react-query';
import { unseenQuery } from '../queries.ts';

/** From here on it is simply many. */
const many = 99;

/** How many notices are new, beside the name of the place. */
export function UnseenCount({ className }: { className?: string | undefined }) {
  const { data } = useQuery(unseenQuery);
  if (!data || data.count === 0) return null;
  return <span className={className}>{data.count > many ? `${many}+` : data.count}</span>;
}
