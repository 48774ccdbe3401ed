import { draftPage } from '@baton/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../../../api/client.ts';
import { withQuery } from '../../../../api/pages.ts';

/** What one has written and not sent, the latest first. */
export const draftsQuery = infiniteQueryOptions({
  queryKey: ['drafts'],
  queryFn: ({ pageParam, signal }) =>
    ask(draftPage, withQuery('/api/drafts', { cursor: pageParam }), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

type Which = { id: string; version: number };

/** @throws Refusal `stale_version` where it was written on elsewhere */
export const discardDraft = ({ id, version }: Which) =>
  tell(`/api/drafts/${id}`, { method: 'DELETE', version });

export const bringBackDraft = ({ id }: Pick<Which, 'id'>) =>
  tell(`/api/drafts/${id}/restoration`, { method: 'POST', body: {} });
