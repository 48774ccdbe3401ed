import type { Deps } from '../../platform/context.ts';
import type { Tasks } from '../../platform/jobs.ts';
import { fillCases, fillCustomers, refreshAgain, refreshStale } from './store/refresh.ts';

/** How many are written in one transaction: a message for one of them waits no longer than for these. */
const batch = 50;

/**
 * Writes into the index what was there before it, the latest cases first, and what is to be written
 * anew. The system runs meanwhile: whatever is written now is indexed at once.
 */
export async function fillIndex({ db }: Deps, _now: Date, stopping: AbortSignal): Promise<void> {
  await through<string>(stopping, (after) => fillCustomers(db, batch, after));
  await through<number>(stopping, (below) => fillCases(db, batch, below));
  while (!stopping.aborted && (await refreshAgain(db, batch)) > 0);
  while (!stopping.aborted && (await refreshStale(db, batch)) > 0);
}

/** Batch after batch, each from where the last one ended, so that nothing is gone through twice. */
async function through<Place>(
  stopping: AbortSignal,
  fill: (from: Place | null) => Promise<Place | null>,
): Promise<void> {
  let from: Place | null = null;
  while (!stopping.aborted) {
    from = await fill(from);
    if (from === null) return;
  }
}

/** A customer with very many cases is called otherwise: the rest of them is written anew. */
export const tasks: Tasks = {
  search_refresh: async ({ db }) => {
    while ((await refreshStale(db, batch)) > 0);
  },
};
