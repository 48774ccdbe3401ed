import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onDraftsChanged } from './drafts-changed.ts';
import { draftsQuery } from './drafts-query.ts';

/** One's drafts as they stand at the server, also when one is kept there after its form was closed. */
export function useDrafts() {
  const client = useQueryClient();
  useEffect(
    () => onDraftsChanged(() => void client.invalidateQueries({ queryKey: draftsQuery.queryKey })),
    [client],
  );
  return useInfiniteQuery(draftsQuery);
}
