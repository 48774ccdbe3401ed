import {
  accessLogSettings,
  accessPage,
  type accessKinds,
  type AccessLogSettings,
} from '@baton/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { withQuery } from '../../api/pages.ts';

/** Which rows of the access log are wanted; instants, ids and an address. */
export type AccessGiven = {
  actor?: string;
  customer?: string;
  kind?: (typeof accessKinds)[number];
  from?: string;
  to?: string;
  address?: string;
};

/** Where the rows are, as a page of the API or as a table. */
export const accessAddress = (given: AccessGiven, kind: '' | '.csv' = '') =>
  withQuery(`/api/access-log${kind}`, given);

export const accessLogQuery = (given: AccessGiven) =>
  infiniteQueryOptions({
    queryKey: ['access-log', given],
    queryFn: ({ pageParam, signal }) =>
      ask(accessPage, withQuery(accessAddress(given), { cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const accessSettingsQuery = queryOptions({
  queryKey: ['access-log-settings'],
  queryFn: ({ signal }) => ask(accessLogSettings, '/api/access-log/settings', { signal }),
});

export const changeAccessSettings = (body: AccessLogSettings) =>
  ask(accessLogSettings, '/api/access-log/settings', { method: 'PATCH', body });
