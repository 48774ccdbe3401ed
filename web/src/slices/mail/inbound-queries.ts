import {
  account,
  breakerPage,
  inbound,
  inboundPage,
  inboundReading,
  mailSettings,
  type AsideReason,
  type MailSettings,
} from '@baton/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';
import { withQuery } from '../../api/pages.ts';

const everyMs = 10_000;

/** Which of the messages that came in are listed. */
export type InboundFilter = {
  outcome?: string | undefined;
  day?: string | undefined;
  channel?: string | undefined;
  breaker?: string | undefined;
};

export const inboundListQuery = (filter: InboundFilter) =>
  infiniteQueryOptions({
    queryKey: ['mail', 'inbound', filter],
    queryFn: ({ pageParam, signal }) =>
      ask(inboundPage, withQuery('/api/mail/inbound', { ...filter, cursor: pageParam }), {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: everyMs,
  });

/** One message that came in. */
export const oneInboundQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', 'inbound', 'one', id],
    queryFn: ({ signal }) => ask(inbound, `/api/mail/inbound/${id}`, { signal }),
    refetchInterval: everyMs,
  });

/** The same as it was read, with the way it took; reading it takes the server a while. */
export const readingQuery = (id: string, decidedAt: string | null) =>
  queryOptions({
    queryKey: ['mail', 'reading', id, decidedAt],
    queryFn: ({ signal }) => ask(inboundReading, `/api/mail/inbound/${id}/reading`, { signal }),
    staleTime: 60_000,
  });

/** Days of the account, both included; without them the last seven. */
export type Days = { from?: string | undefined; to?: string | undefined };

/** Where the account of these days is, as a page of the API or as a table. */
export const accountAddress = (days: Days, kind: '' | '.csv' = '') =>
  withQuery(`/api/mail/account${kind}`, days);

/** Received and what became of it, per channel and day. */
export const accountQuery = (days: Days) =>
  queryOptions({
    queryKey: ['mail', 'account', days],
    queryFn: ({ signal }) => ask(account, accountAddress(days), { signal }),
    refetchInterval: everyMs,
  });

/** Breakers that are open or hold something. */
export const breakersQuery = queryOptions({
  queryKey: ['mail', 'breakers'],
  queryFn: ({ signal }) => ask(breakerPage, '/api/mail/breakers?current=true', { signal }),
  refetchInterval: everyMs,
});

/** Lets a message join its case or open one; leads and administrators. */
export const releaseInbound = (id: string) =>
  tell(`/api/mail/inbound/${id}/release`, { method: 'POST', body: {} });

/** Sets a message aside as a whole; leads and administrators. */
export const setInboundAside = (id: string, reason: AsideReason) =>
  tell(`/api/mail/inbound/${id}/set-aside`, { method: 'POST', body: { reason } });

/** Does something with all that a breaker holds, or closes it. */
export const actOnBreaker = (id: string, act: 'release' | 'close') =>
  tell(`/api/mail/breakers/${id}/${act}`, { method: 'POST', body: {} });

export const setAllAside = (id: string, reason: AsideReason) =>
  tell(`/api/mail/breakers/${id}/set-aside`, { method: 'POST', body: { reason } });

/** Who is believed, and how much is too much. */
export const mailSettingsQuery = queryOptions({
  queryKey: ['mail', 'settings'],
  queryFn: ({ signal }) => ask(mailSettings, '/api/mail/settings', { signal }),
});

export const changeLimits = (limits: MailSettings['limits']) =>
  ask(mailSettings, '/api/mail/settings', { method: 'PATCH', body: { limits } });
