import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useProblemWords } from '../../ui/problem/problem-note.tsx';
import { goThen } from '../../ui/unsaved/unsaved.ts';
import { signOut } from './queries.ts';

/** Signs out, and shows the door; asks before, where something typed would be lost. */
export function useLeaving() {
  const client = useQueryClient();
  const router = useRouter();
  const words = useProblemWords();
  const { mutate } = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await router.navigate({ to: '/sign-in' });
      client.clear();
    },
    onError: (error) => notifications.show({ color: 'red', message: words(error) }),
  });
  return useCallback(() => goThen(() => mutate()), [mutate]);
}
