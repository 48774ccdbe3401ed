import { customerMoods, customerSetbacks, type Mood } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';

export const setbacksQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', id, 'setbacks'],
    queryFn: async ({ signal }) =>
      (await ask(customerSetbacks, `/api/customers/${id}/setbacks`, { signal })).items,
    staleTime: 30_000,
  });

export const moodsQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', id, 'moods'],
    queryFn: async ({ signal }) =>
      (await ask(customerMoods, `/api/customers/${id}/moods`, { signal })).items,
    staleTime: 30_000,
  });

/** @param caseId at which case; null: at none */
export const noteMood = (id: string, key: string, mood: Mood, caseId: string | null) =>
  ask(customerMoods, `/api/customers/${id}/moods`, {
    ...{ method: 'POST', key, body: { mood, case: caseId } },
  });
