import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { handsNowQuery } from '../queries.ts';

/** Opens the most urgent other case in your hands, or the empty hands where there is none. */
export function useNextCase() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (leftId: string): Promise<void> => {
    const hands = await client.fetchQuery({ ...handsNowQuery, staleTime: 0 });
    const next = hands.items.find((item) => item.id !== leftId);
    if (next) await navigate({ to: '/cases/$caseId', params: { caseId: next.id } });
    else await navigate({ to: '/' });
  };
}
