import {
  incident,
  incidentPage,
  shownSignInLink,
  noticesPrepared,
  noticesSent,
  renewedAgents,
  touchedCustomerPage,
} from '@baton/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';
import { askAll, withQuery } from '../../api/pages.ts';

export const incidentsQuery = queryOptions({
  queryKey: ['incidents'],
  queryFn: ({ signal }) => askAll(incidentPage, '/api/incidents', signal),
});

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', id],
    queryFn: ({ signal }) => ask(incident, `/api/incidents/${id}`, { signal }),
  });

/** Customers whose data were seen, by name. */
export const touchedQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['incidents', id, 'customers'],
    queryFn: ({ pageParam, signal }) =>
      ask(touchedCustomerPage, withQuery(`/api/incidents/${id}/customers`, { cursor: pageParam }), {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export type LockOut = { agent: string; since: string; reason: string };

export const lockOut = (key: string, body: LockOut) =>
  ask(incident, '/api/incidents', { method: 'POST', key, body });

export const closeIncident = (id: string, state: 'open' | 'closed') =>
  ask(incident, `/api/incidents/${id}`, { method: 'PATCH', body: { state } });

export const giveIncident = (id: string, owner: string) =>
  ask(incident, `/api/incidents/${id}`, { method: 'PATCH', body: { owner } });

export const prepareNotices = (id: string) =>
  ask(noticesPrepared, `/api/incidents/${id}/notices`, { method: 'POST', body: {} });

export const changeNotice = (
  id: string,
  customer: string,
  body: { subject: string; text: string },
) => tell(`/api/incidents/${id}/notices/${customer}`, { method: 'PATCH', body });

/** Sends until none is left; each call sends up to fifty. */
export async function sendNotices(id: string) {
  for (;;) {
    const done = await ask(noticesSent, `/api/incidents/${id}/notices/sending`, {
      method: 'POST',
      body: {},
    });
    if (done.left === 0) return;
  }
}

export const letIn = (id: string) =>
  ask(shownSignInLink, `/api/incidents/${id}/letting-in`, { method: 'POST', body: {} });

export const renewAll = (id: string) =>
  ask(renewedAgents, `/api/incidents/${id}/renewals`, { method: 'POST', body: {} });
