import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { markSeen, unseenQuery } from '../queries.ts';

/** Marks notices as seen, and takes them off the count at once. */
export function useMarkSeen() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: markSeen,
    onSuccess: async (unseen) => {
      client.setQueryData(unseenQuery.queryKey, unseen);
      await client.invalidateQueries({ queryKey: ['notices', 'list'] });
    },
  });
}

/** Whoever looks at a case knows what they were told of it, now and as it goes on. */
export function useCaseSeen(caseId: string, version: number): void {
  const { mutate } = useMarkSeen();
  const seen = useRef('');
  useEffect(() => {
    const now = `${caseId} ${version}`;
    if (seen.current === now) return;
    seen.current = now;
    mutate({ case: caseId });
  }, [mutate, caseId, version]);
}
