import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useProblemWords } from '../../../ui/problem/problem-note.tsx';
import { savedSearchesQuery } from '../queries.ts';

/** Does something to the kept searches, and shows them as they are then. */
export function useSaving() {
  const client = useQueryClient();
  const words = useProblemWords();
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: () => client.invalidateQueries({ queryKey: savedSearchesQuery.queryKey }),
    onError: (error) => notifications.show({ color: 'red', message: words(error) }),
  });
}
