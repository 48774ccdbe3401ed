import { channelPage } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { askAll } from '../../api/pages.ts';

/** Where mail comes in. */
export const channelsQuery = queryOptions({
  queryKey: ['mail', 'channels'],
  queryFn: ({ signal }) => askAll(channelPage, '/api/mail/channels', signal),
  staleTime: 60_000,
});
