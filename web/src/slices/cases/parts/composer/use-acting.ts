import type { Case, Message } from '@baton/contract';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { askNow } from '../../../../api/ask-now.ts';
import { isRefusal } from '../../../../api/refusal.ts';
import { meQuery } from '../../../access/queries.ts';
import type { On } from '../../doing.ts';
import { caseQuery, messagesQuery } from '../../queries.ts';
import { isSame, meanwhile, seenOf } from './meanwhile.ts';

/**
 * Does something to a case as it is on the screen. If it changed meanwhile in a way that matters,
 * nothing is done: `news` are the messages to look at before trying again. If only Baton wrote
 * something down, or the same person acted before and the screen does not show it yet, it is done on
 * the newer version.
 * @param seenUpTo up to which version its messages were seen, where they are shown besides
 */
export function useActing(
  item: Case,
  act: (on: On) => Promise<void>,
  onDone: () => void,
  seenUpTo?: () => number,
) {
  const client = useQueryClient();
  const me = useSuspenseQuery(meQuery).data.agent?.id ?? null;
  const [news, setNews] = useState<Message[]>([]);

  async function attempt(): Promise<void> {
    setNews([]);
    const on = { caseId: item.id, version: item.version };
    // What one did to it before is in here by now, even if it was not on the screen at the press.
    const before = client.getQueryData(caseQuery(item.id).queryKey) ?? item;
    const shown = client.getQueryData(messagesQuery(item.id).queryKey) ?? [];
    const seen = seenUpTo?.() ?? seenOf(item, shown);
    try {
      await act(on);
    } catch (error) {
      if (!isRefusal(error, 'stale_version')) throw error;
      const after = await askNow(client, caseQuery(item.id));
      const messages = await askNow(client, messagesQuery(item.id));
      const unseen = meanwhile(seen, messages, me);
      if (unseen.length > 0 || !isSame(before, after)) {
        setNews(unseen);
        throw error;
      }
      await act({ caseId: item.id, version: after.version });
    }
  }

  const acting = useMutation({
    mutationFn: attempt,
    // One act after the other: the next one begins when what the last one did is known.
    scope: { id: `case ${item.id}` },
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries({ queryKey: ['cases'] });
    },
    onError: () => client.invalidateQueries({ queryKey: ['cases', 'one', item.id] }),
  });
  return { acting, news };
}
