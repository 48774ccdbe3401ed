import { ledgerPage } from '@baton/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { withQuery } from '../../api/pages.ts';

/** Whose lines, and of which time. */
export type LedgerGiven = { agent?: string; from?: string; to?: string };

/** Who was told what, by person and time, the newest first. */
export const ledgerQuery = (given: LedgerGiven) => pages('/api/notice-ledger', given);

/** Who was told of what happened to a case, the newest first. */
export const caseLedgerQuery = (caseId: string) => pages(`/api/cases/${caseId}/notices`, {});

const pages = (path: string, given: LedgerGiven) =>
  infiniteQueryOptions({
    queryKey: ['notice-ledger', path, given],
    queryFn: ({ pageParam, signal }) =>
      ask(ledgerPage, withQuery(path, { ...given, cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
