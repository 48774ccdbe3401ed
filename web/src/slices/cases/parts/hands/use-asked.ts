import type { CaseItem } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { handsAtQuery } from '../../queries.ts';
import type { Asked } from './steady.ts';

/** Asks for cases of somebody's hands by their numbers: whether they are still there (ADR 99). */
export function useAsked(cases: CaseItem[], owner: string): Asked {
  const numbers = cases.map(({ number }) => number);
  const { data } = useQuery(handsAtQuery(numbers, owner));
  return useMemo(() => {
    const found = new Map(data?.items.map((item) => [item.id, item]));
    const answered = cases.filter(({ number }) => data?.numbers.includes(number));
    return new Map(answered.map(({ id }) => [id, found.get(id) ?? null]));
  }, [cases, data]);
}
