import type { CaseItem } from '@baton/contract';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { handQuery } from '../../queries.ts';
import type { Asked } from './steady.ts';

type Answer = { data: { items: CaseItem[] } | undefined };

/** Asks for cases of somebody's hands by their numbers: whether they are still there (ADR 99). */
export function useAsked(cases: CaseItem[], owner: string): Asked {
  const answers = useQueries({
    queries: cases.map(({ number }) => handQuery(number, owner)),
    combine: pagesOf,
  });
  return useMemo(
    () =>
      new Map(
        cases.flatMap(({ id }, place) => {
          const page = answers[place];
          return page ? [[id, page.items[0] ?? null] as const] : [];
        }),
      ),
    [cases, answers],
  );
}

function pagesOf(answers: Answer[]) {
  return answers.map(({ data }) => data);
}
