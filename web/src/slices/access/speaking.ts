import type { Language } from '@baton/contract';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useProblemWords } from '../../ui/problem/problem-note.tsx';
import { meQuery, setLanguage } from './queries.ts';

/** Changes the language in which an agent is spoken to. */
export function useSpeaking() {
  const client = useQueryClient();
  const words = useProblemWords();
  const { mutate } = useMutation({
    mutationFn: (to: { agentId: string; language: Language }) =>
      setLanguage(to.agentId, to.language),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
    onError: (error) => notifications.show({ color: 'red', message: words(error) }),
  });
  return mutate;
}
