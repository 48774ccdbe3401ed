import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useProblemWords } from '../../ui/problem/problem-note.tsx';
import { keepNow } from '../../ui/unsaved/keeping.ts';
import { goThen } from '../../ui/unsaved/unsaved.ts';
import { signOut } from './queries.ts';
import { startAfresh } from './start-afresh.ts';

/** Signs out, and shows the door; asks before, where something typed would be lost. */
export function useLeaving() {
  const words = useProblemWords();
  const { mutate } = useMutation({
    mutationFn: async () => {
      await keepNow();
      await signOut();
    },
    onSuccess: () => startAfresh('/sign-in'),
    onError: (error) => notifications.show({ color: 'red', message: words(error) }),
  });
  return useCallback(() => goThen(() => mutate()), [mutate]);
}
