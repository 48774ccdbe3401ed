import type { Case, Message } from '@baton/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isRefusal } from '../../../../api/refusal.ts';
import type { On } from '../../doing.ts';
import { caseQuery, messagesQuery } from '../../queries.ts';
import { isSame, meanwhile } from './meanwhile.ts';

/**
 * Does something to a case as it is on the screen. If it changed meanwhile in a way that matters,
 * nothing is done: `news` are the messages to look at before trying again. If only Baton wrote
 * something down, it is done on the newer version.
 */
export function useActing(item: Case, act: (on: On) => Promise<void>, onDone: () => void) {
  const client = useQueryClient();
  const [news, setNews] = useState<Message[]>([]);

  async function attempt(): Promise<void> {
    setNews([]);
    const on = { caseId: item.id, version: item.version };
    try {
      await act(on);
    } catch (error) {
      if (!isRefusal(error, 'stale_version')) throw error;
      const now = { staleTime: 0 };
      const after = await client.fetchQuery({ ...caseQuery(item.id), ...now });
      const messages = await client.fetchQuery({ ...messagesQuery(item.id), ...now });
      const unseen = meanwhile(item.version, messages);
      if (unseen.length > 0 || !isSame(item, after)) {
        setNews(unseen);
        throw error;
      }
      await act({ caseId: item.id, version: after.version });
    }
  }

  const acting = useMutation({
    mutationFn: attempt,
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries({ queryKey: ['cases'] });
    },
    onError: () => client.invalidateQueries({ queryKey: ['cases', 'one', item.id] }),
  });
  return { acting, news };
}
