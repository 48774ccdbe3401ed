import { customer } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', id],
    queryFn: ({ signal }) => ask(customer, `/api/customers/${id}`, { signal }),
    staleTime: 30_000,
  });
