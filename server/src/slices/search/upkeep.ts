import type { Deps } from '../../platform/context.ts';
import type { Tasks } from '../../platform/jobs.ts';
import { fillCases, fillCustomers, refreshStale } from './store/refresh.ts';

/** How many are written in one transaction: a message for one of them waits no longer than for these. */
const batch = 50;

/**
 * Writes into the index what was there before it, the latest cases first, and what is to be written
 * anew. The system runs meanwhile: whatever is written now is indexed at once.
 */
export async function fillIndex({ db }: Deps, _now: Date, stopping: AbortSignal): Promise<void> {
  for (const fill of [fillCustomers, fillCases, refreshStale]) {
    while (!stopping.aborted && (await fill(db, batch)) > 0);
  }
}

/** A customer with very many cases is called otherwise: the rest of them is written anew. */
export const tasks: Tasks = {
  search_refresh: async ({ db }) => {
    while ((await refreshStale(db, batch)) > 0);
  },
};
