import {
  alikes,
  casePage,
  customer,
  customerChangePage,
  customerMerges,
  customerNotes,
  customerPage,
  organisation,
  organisationPage,
  tiers,
} from '@baton/contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { withQuery } from '../../api/pages.ts';

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', id],
    queryFn: ({ signal }) => ask(customer, `/api/customers/${id}`, { signal }),
    staleTime: 30_000,
  });

/** Customers whose name, address or organisation begins so, the latest first. */
export const customersQuery = (q: string, organisationId: string | null = null) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'list', q, organisationId],
    queryFn: ({ pageParam, signal }) => {
      const search = { q: q === '' ? null : q, organisation: organisationId, limit: 50 };
      return ask(customerPage, withQuery('/api/customers', { ...search, cursor: pageParam }), {
        signal,
      });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

export const notesQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', id, 'notes'],
    queryFn: async ({ signal }) =>
      (await ask(customerNotes, `/api/customers/${id}/notes`, { signal })).items,
    staleTime: 30_000,
  });

export const changesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['customers', id, 'changes'],
    queryFn: ({ pageParam, signal }) =>
      ask(
        customerChangePage,
        withQuery(`/api/customers/${id}/changes`, { limit: 20, cursor: pageParam }),
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** Who may be the same as somebody who is known. */
export const alikeQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', id, 'alike'],
    queryFn: async ({ signal }) =>
      (await ask(alikes, `/api/customers/${id}/alike`, { signal })).items,
  });

/** Who may be the same as somebody who is about to be written down. */
export const alikeTypedQuery = (name: string, identity: string) =>
  queryOptions({
    queryKey: ['customers', 'alike', name, identity],
    queryFn: async ({ signal }) => {
      const typed = { name: name || null, identity: identity || null };
      return (await ask(alikes, withQuery('/api/customers/alike', typed), { signal })).items;
    },
    enabled: name.length + identity.length >= 3,
    placeholderData: keepPreviousData,
  });

export const mergesQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', id, 'merges'],
    queryFn: async ({ signal }) =>
      (await ask(customerMerges, `/api/customers/${id}/merges`, { signal })).items,
  });

export const organisationsQuery = (q: string) =>
  queryOptions({
    queryKey: ['organisations', 'list', q],
    queryFn: async ({ signal }) =>
      (
        await ask(
          organisationPage,
          withQuery('/api/organisations', { q: q === '' ? null : q, limit: 20 }),
          { signal },
        )
      ).items,
    placeholderData: keepPreviousData,
  });

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', id],
    queryFn: ({ signal }) => ask(organisation, `/api/organisations/${id}`, { signal }),
  });

export const tiersQuery = queryOptions({
  queryKey: ['tiers'],
  queryFn: async ({ signal }) => (await ask(tiers, '/api/tiers', { signal })).items,
  staleTime: 60_000,
});

/** All cases of a customer that one may see, the latest first. */
export const allCasesQuery = (customerId: string) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'customer', customerId, 'all'],
    queryFn: ({ pageParam, signal }) => {
      const search = { customer: customerId, sort: 'newest', limit: 20, cursor: pageParam };
      return ask(casePage, withQuery('/api/cases', search), { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
