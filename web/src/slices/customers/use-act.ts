import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Does something to a customer and asks again for all that shows them. */
export function useAct<Answer, Given = void>(
  act: (given: Given) => Promise<Answer>,
  onDone: (answer: Answer) => void = () => undefined,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      await Promise.all(
        ['customers', 'organisations', 'tiers', 'cases'].map((name) =>
          client.invalidateQueries({ queryKey: [name] }),
        ),
      );
      onDone(answer);
    },
  });
}
