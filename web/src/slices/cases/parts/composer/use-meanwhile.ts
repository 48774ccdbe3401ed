import type { Case, Message } from '@baton/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { meQuery } from '../../../access/queries.ts';
import { messagesQuery } from '../../queries.ts';
import type { DraftKind } from './draft.ts';
import { meanwhile, seenOf } from './meanwhile.ts';

/** What disturbs nothing asks for nothing to be seen before. */
const disturbsNothing = new Set<DraftKind>(['note', 'ask']);

const none: Message[] = [];

/**
 * What others wrote while one was writing: it is on the screen by itself, and may have been overlooked.
 * Shown once before what one wrote goes; a second press sends.
 */
export function useMeanwhile(item: Case, kind: DraftKind, writes: boolean) {
  const { data: messages = none } = useQuery(messagesQuery(item.id));
  const me = useSuspenseQuery(meQuery).data.agent?.id ?? null;
  const [news, setNews] = useState<Message[]>([]);
  const seen = useRef(item.version);
  useEffect(() => {
    // What was there before the first letter was there to be read.
    if (!writes) seen.current = seenOf(item, messages);
  }, [writes, item, messages]);
  return {
    news,
    seenUpTo: () => Math.max(seen.current, item.version),
    /** @param shown what was shown already, where the server refused */
    mayGo(shown: Message[]): boolean {
      const ids = new Set(shown.map(({ id }) => id));
      const came = disturbsNothing.has(kind) ? [] : meanwhile(seen.current, messages, me);
      const unseen = came.filter(({ id }) => !ids.has(id));
      seen.current = Math.max(seen.current, item.version, ...came.map(({ seq }) => seq));
      setNews(unseen);
      return unseen.length === 0;
    },
  };
}
