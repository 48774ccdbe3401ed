import type { Call } from '@baton/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { currentCallQuery } from './queries.ts';

/** Does something to a call, and shows at once what came of it. */
export function useCallAct<Given = void>(act: (given: Given) => Promise<Call>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (call) => {
      client.setQueryData(currentCallQuery.queryKey, call.done ? null : call);
      if (call.case) await client.invalidateQueries({ queryKey: ['cases', 'one', call.case.id] });
      await client.invalidateQueries({ queryKey: currentCallQuery.queryKey });
    },
    onError: () => client.invalidateQueries({ queryKey: currentCallQuery.queryKey }),
  });
}
