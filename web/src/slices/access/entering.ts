import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { pageAgent } from '../../api/page-agent.ts';

/** Opens the desk for who has just come in; what the page holds of an earlier agent is not theirs. */
export function useEntering(): (href: string) => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  return useCallback(
    async (href) => {
      if (pageAgent() !== null) return location.replace(href);
      client.clear();
      return router.navigate({ href, replace: true });
    },
    [client, router],
  );
}
