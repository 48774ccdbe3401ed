import { ruleNames } from '@baton/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../api/client.ts';

const ruleNamesQuery = queryOptions({
  queryKey: ['rules', 'names'],
  queryFn: async ({ signal }) => (await ask(ruleNames, '/api/rules/names', { signal })).items,
  staleTime: 60_000,
});

/** A rule as it is named where it did something, by its id; null where it was none. */
export function useRuleName(id: string | null): string | null {
  const { t } = useTranslation();
  const { data: rules = [] } = useQuery({ ...ruleNamesQuery, enabled: id !== null });
  if (id === null) return null;
  const name = rules.find((one) => one.id === id)?.name ?? t('ruleActs.gone');
  return t('ruleActs.rule', { name });
}
