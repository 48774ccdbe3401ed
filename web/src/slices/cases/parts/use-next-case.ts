import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { askNow } from '../../../api/ask-now.ts';
import { handsNowQuery } from '../queries.ts';
import { handsOrder } from './hands/hands-order.ts';

/** Opens the first other case in your hands, as they are listed, or the empty hands where there is none. */
export function useNextCase() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (leftId: string): Promise<void> => {
    const hands = await askNow(client, handsNowQuery(handsOrder()));
    const next = hands.items.find((item) => item.id !== leftId);
    if (next) await navigate({ to: '/cases/$caseId', params: { caseId: next.id } });
    else await navigate({ to: '/' });
  };
}
