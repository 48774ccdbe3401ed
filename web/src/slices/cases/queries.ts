import {
  type CaseItem,
  caseEventPage,
  casePage,
  caseShape,
  clockInFull,
  messagePage,
  type Message,
  caseFacts,
  handOverReasons,
} from '@baton/contract';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { askAll, withQuery } from '../../api/pages.ts';
import { askEvery } from '../../live/line.ts';
import type { HandsOrder } from './parts/hands/hands-order.ts';

/** How often an open screen asks whether something changed; only while it is visible. */
const everyMs = 5_000;

/** What is there at once, and what comes as one scrolls on. */
const pageSize = 50;
const nextSize = 200;

function handsPath(
  status: string,
  cursor: string | null,
  sort: HandsOrder = 'due',
  owner = 'me',
): string {
  const limit = cursor === null ? pageSize : nextSize;
  return withQuery('/api/cases', { owner, status, sort, limit, cursor });
}

/** The cases in somebody's hands, yours to begin with, as the list shows them: asked for once, changed when you say so. */
export const handsQuery = (order: HandsOrder, owner = 'me') =>
  infiniteQueryOptions({
    queryKey: ['cases', 'hands', 'shown', order, owner],
    queryFn: ({ pageParam, signal }) =>
      ask(casePage, handsPath('open', pageParam, order, owner), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: Infinity,
    // To compare thousands of cases with what they were costs more than to show the few in sight anew.
    structuralSharing: false,
  });

/** The first page of the same, as it is now. */
export const handsNowQuery = (order: HandsOrder, owner = 'me') =>
  queryOptions({
    queryKey: ['cases', 'hands', 'now', order, owner],
    queryFn: ({ signal }) => ask(casePage, handsPath('open', null, order, owner), { signal }),
    refetchInterval: askEvery(everyMs),
  });

/** Some of the same by their numbers: whether they are still in these hands, wherever they stand in the list. */
export const handsAtQuery = (numbers: number[], owner: string) =>
  queryOptions({
    queryKey: ['cases', 'hands', 'numbers', numbers, owner],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        numbers.map((number) =>
          ask(casePage, withQuery('/api/cases', { owner, status: 'open', number }), { signal }),
        ),
      );
      return { numbers, items: pages.flatMap(({ items }) => items) };
    },
    enabled: numbers.length > 0,
    placeholderData: (before) => before,
    refetchInterval: askEvery(everyMs),
  });

/** Your cases that wait for the customer, or are solved and not yet confirmed. */
export const asideQuery = (status: 'waiting' | 'solved') =>
  infiniteQueryOptions({
    queryKey: ['cases', 'hands', status],
    queryFn: ({ pageParam, signal }) => ask(casePage, handsPath(status, pageParam), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', 'one', id],
    queryFn: ({ signal }) => ask(caseShape, `/api/cases/${id}`, { signal }),
    refetchInterval: askEvery(everyMs),
  });

/** The clock of a case, stretch by stretch, as it was at a version of the case. */
export const clockQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['cases', 'one', id, 'clock', version],
    queryFn: ({ signal }) => ask(clockInFull, `/api/cases/${id}/clock`, { signal }),
    staleTime: 60_000,
  });

/** What was said; asked for again with each version, and while something is done with a message. */
export const messagesQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', 'one', id, 'messages'],
    queryFn: ({ signal }) => askAll(messagePage, `/api/cases/${id}/messages`, signal),
    refetchInterval: (query) => (query.state.data?.some(isUnderWay) ? everyMs : false),
  });

export const eventsQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', 'one', id, 'events'],
    queryFn: ({ signal }) => askAll(caseEventPage, `/api/cases/${id}/events`, signal),
  });

/** Asks for a case and for what was said and happened in it, all at once, as soon as it is opened. */
export function openAhead(client: QueryClient, id: string): void {
  void client.prefetchQuery(caseQuery(id));
  void client.prefetchQuery(messagesQuery(id));
  void client.prefetchQuery(eventsQuery(id));
}

/** What the lists on this desk know of a case. */
export function knownItem(client: QueryClient, id: string): CaseItem | undefined {
  const lists = client.getQueriesData<CasePage | { pages: CasePage[] }>({
    queryKey: ['cases', 'hands'],
  });
  return lists
    .flatMap(([, list]) => (!list ? [] : 'pages' in list ? list.pages : [list]))
    .flatMap(({ items }) => items)
    .find((item) => item.id === id);
}

type CasePage = { items: CaseItem[] };

/** What is known of a case; another topic asks other questions. */
export const factsQuery = (id: string, topic: string | null) =>
  queryOptions({
    queryKey: ['cases', 'one', id, 'facts', topic],
    queryFn: ({ signal }) => ask(caseFacts, `/api/cases/${id}/facts`, { signal }),
  });

/** The reasons for handing over, the company's own among them. */
export const handOverReasonsQuery = queryOptions({
  queryKey: ['hand-over-reasons'],
  queryFn: async ({ signal }) =>
    (await ask(handOverReasons, '/api/hand-over-reasons', { signal })).items,
  staleTime: 60_000,
});

/** The latest cases of a customer. */
export const casesOfCustomerQuery = (customer: string) =>
  queryOptions({
    queryKey: ['cases', 'customer', customer],
    queryFn: ({ signal }) =>
      ask(casePage, withQuery('/api/cases', { customer, sort: 'newest', limit: 10 }), { signal }),
    staleTime: 30_000,
  });

/** On its way out, or being made ready to be shown. */
function isUnderWay(message: Message): boolean {
  const { letter } = message;
  if (letter && (!letter.ready || letter.pictures.loading > 0)) return true;
  if (message.direction !== 'out') return false;
  return message.delivery === null || message.delivery.state === 'queued';
}
