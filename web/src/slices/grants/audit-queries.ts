import { auditPage } from '@baton/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { withQuery } from '../../api/pages.ts';

/** Which changes are wanted; instants and ids. */
export type AuditGiven = { actor?: string; kind?: string; from?: string; to?: string };

/** Where the changes are, as a page of the API or as a table. */
export const auditAddress = (given: AuditGiven, kind: '' | '.csv' = '') =>
  withQuery(`/api/settings-audit${kind}`, given);

export const auditQuery = (given: AuditGiven) =>
  infiniteQueryOptions({
    queryKey: ['settings-audit', given],
    queryFn: ({ pageParam, signal }) =>
      ask(auditPage, withQuery(auditAddress(given), { cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
