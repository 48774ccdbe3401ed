import { health } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';

/** How the server is: whether clocks run, mail is listened for, and mail out has a relay. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => ask(health, '/api/health', { signal }),
  staleTime: 30_000,
  refetchInterval: 60_000,
});
