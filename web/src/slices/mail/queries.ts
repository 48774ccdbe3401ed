import { outbound, outboundPage } from '@baton/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';
import { withQuery } from '../../api/pages.ts';

const everyMs = 10_000;

export const outboxQuery = (state: string | null) =>
  infiniteQueryOptions({
    queryKey: ['mail', 'outbox', state],
    queryFn: ({ pageParam, signal }) =>
      ask(outboundPage, withQuery('/api/mail/outbox', { state, cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: everyMs,
  });

export const outgoingQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', 'outgoing', id],
    queryFn: ({ signal }) => ask(outbound, `/api/mail/outbox/${id}`, { signal }),
    refetchInterval: everyMs,
  });

/** Sends a message that was held because there was no relay; administrators only. */
export const release = (id: string) =>
  tell(`/api/mail/outbox/${id}/release`, { method: 'POST', body: {} });
