import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answering, answerTask } from '../queries.ts';

/** Ends a task, and has everything that shows it asked for again. */
export function useAnswering(taskId: string, onDone: () => void = () => undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answering: Answering) => answerTask(taskId, answering),
    onSuccess: async () => {
      onDone();
      await Promise.all([
        client.invalidateQueries({ queryKey: ['tasks'] }),
        client.invalidateQueries({ queryKey: ['cases', 'one'] }),
      ]);
    },
  });
}
