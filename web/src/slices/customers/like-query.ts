import { customerPage } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { withQuery } from '../../api/pages.ts';

/** A few customers by the beginning of a name, an address or a number. */
export const customersLikeQuery = (words: string) =>
  queryOptions({
    queryKey: ['customers', 'like', words],
    queryFn: async ({ signal }) =>
      (await ask(customerPage, withQuery('/api/customers', { q: words, limit: 6 }), { signal }))
        .items,
    enabled: words.length > 1,
  });
