import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';

type Props = { name: string; act: () => Promise<void> };

/** A button that does something with a message; what then is different is asked for again. */
export function AtOnce({ name, act }: Props) {
  const client = useQueryClient();
  const acting = useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: ['mail'] }),
  });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={acting.isPending}
        onClick={() => acting.mutate()}
      >
        {name}
      </Button>
      {acting.error && <ProblemNote error={acting.error} />}
    </>
  );
}
