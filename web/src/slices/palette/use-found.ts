import type { Me } from '@baton/contract';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { withQuery } from '../../api/pages.ts';
import { may } from '../access/may.ts';
import { agentsQuery, topicsQuery } from '../people/queries.ts';
import { quickSearchQuery } from '../search/queries.ts';
import { type Choice, matching } from './choice.ts';

const pauseMs = 100;
/** Of people and topics no more are shown: whoever wants another one writes on. */
const most = 5;

/** What is found for a text: cases and customers by search, agents and topics by name. */
export function useFound(who: Me, text: string): { choices: Choice[]; isUnderWay: boolean } {
  const { t } = useTranslation();
  const [q] = useDebouncedValue(text.trim(), pauseMs);
  const seesCases = may(who, 'Cases', 'reader');
  const wanted = seesCases ? q : '';
  const { data, isPlaceholderData, isFetching } = useQuery(quickSearchQuery(wanted));
  const { data: agents = [] } = useQuery({ ...agentsQuery, enabled: text !== '' });
  const { data: topics = [] } = useQuery({ ...topicsQuery, enabled: text !== '' });
  const found = wanted === '' ? undefined : data;
  const choices = useMemo((): Choice[] => {
    if (text.trim() === '') return [];
    const people = agents
      .filter(({ active }) => active)
      .map(({ id, name }): Choice => ({ id, group: 'agents', name, href: `/search?owner=${id}` }));
    const kinds = topics
      .filter(({ active }) => active)
      .map(({ id, name }): Choice => ({ id, group: 'topics', name, href: `/search?topic=${id}` }));
    return [
      ...(found?.items ?? []).map((item): Choice => ({
        id: item.id,
        group: 'cases',
        name: `#${item.number} ${item.subject.map((piece) => piece.text).join('') || t('case.noSubject')}`,
        note: item.customer.name,
        href: `/cases/${item.id}`,
      })),
      ...(found?.customers ?? []).map((customer): Choice => ({
        id: customer.id,
        group: 'customers',
        name: customer.name || (customer.identity ?? ''),
        note: customer.identity ?? undefined,
        href: `/customers/${customer.id}`,
      })),
      ...matching(people, text).slice(0, most),
      ...matching(kinds, text).slice(0, most),
      ...(seesCases
        ? [
            {
              id: 'search',
              group: 'go' as const,
              name: t('palette.search', { text: text.trim() }),
              href: withQuery('/search', { q: text.trim() }),
            },
          ]
        : []),
    ];
  }, [text, found, agents, topics, t, seesCases]);
  const isUnderWay = seesCases && (q !== text.trim() || isPlaceholderData || isFetching);
  return { choices, isUnderWay };
}
