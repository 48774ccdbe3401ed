import type { CaseItem, HandoverBatch } from '@baton/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newKey } from '../../../api/new-key.ts';
import { handOverMany, lookAheadQuery, type Where } from '../queries.ts';

/** What is to be done with cases, where each would go, and the act itself. */
export function useBatch(cases: CaseItem[], onDone: (batch: HandoverBatch, asked: number) => void) {
  const client = useQueryClient();
  const [where, setWhere] = useState<Where>({ direction: 'across', to: null });
  const [reason, setReason] = useState('');
  const [summary, setWritten] = useState('');
  const [left, setLeft] = useState(new Set<string>());
  const sent = useRef<{ wish: string; key: string } | null>(null);
  /** Blanks alone are nothing: the field asks for words. */
  const setSummary = (text: string) => setWritten(text.trim() === '' ? '' : text);
  const ids = cases.map(({ id }) => id).filter((id) => !left.has(id));
  const isNamed = where.direction !== 'down' || where.to !== null;
  const ahead = useQuery({
    ...lookAheadQuery(ids, where),
    enabled: ids.length > 0 && isNamed,
    placeholderData: keepPreviousData,
  });
  const moving = useMutation({
    mutationFn: () => {
      // The same wish, sent again, has one effect; another wish is another.
      const wish = JSON.stringify([ids, where, reason, summary]);
      if (sent.current?.wish !== wish) sent.current = { wish, key: newKey() };
      return handOverMany(sent.current.key, ids, where, { reason, summary });
    },
    onSuccess: async (batch) => {
      onDone(batch, ids.length);
      await client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
  const goes = ahead.data?.cases.filter(({ id, code }) => code === null && ids.includes(id));
  const count = ids.length > 0 ? (goes?.length ?? 0) : 0;
  const isKnown = isNamed && goes !== undefined && !ahead.isPlaceholderData;
  return {
    ...{ where, setWhere, reason, setReason, summary, setSummary, left, setLeft },
    /** Nothing while nobody is named who would get them. */
    seen: isNamed ? ahead.data : undefined,
    ahead,
    moving,
    /** How many would move; all that are chosen while nobody is named. */
    count: isNamed ? count : ids.length,
    /** How many of the chosen would stay, as far as that is known. */
    staying: isKnown ? ids.length - count : 0,
    /** Whether anything would move; what is still to be filled in, its field says when it is pressed. */
    ready: isNamed ? count > 0 : ids.length > 0,
  };
}
