import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useProblemWords } from '../../ui/problem/problem-note.tsx';
import { signOut } from './queries.ts';

/** Signs out, and shows the door. */
export function useLeaving() {
  const client = useQueryClient();
  const router = useRouter();
  const words = useProblemWords();
  return useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await router.navigate({ to: '/sign-in' });
      client.clear();
    },
    onError: (error) => notifications.show({ color: 'red', message: words(error) }),
  });
}
