import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Does something and asks again for what it changed; what was typed stays where it is refused. */
export function useSaving<Answer, Given = void>(
  act: (given: Given) => Promise<Answer>,
  changes: string,
  onDone: (answer: Answer) => void = () => undefined,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: [changes] });
      onDone(answer);
    },
  });
}
