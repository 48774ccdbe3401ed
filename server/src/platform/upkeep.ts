import { dayMs } from '../kernel/duration.ts';
import type { Deps } from './context.ts';
import { instant } from './db.ts';

/**
 * Something done at every start and once a day; it may run on several servers at once. What takes
 * long gives up at `stopping`: the next time goes on.
 */
export type Upkeep = (deps: Deps, now: Date, stopping: AbortSignal) => Promise<void>;

/**
 * Does all upkeep now, and again every day; a failure is logged and does not stop the others.
 * Resolves when what is `first` was done once: the server needs it. The rest runs on beside.
 */
export async function startUpkeep(deps: Deps, first: Upkeep[], beside: Upkeep[] = []) {
  const stopping = new AbortController();
  const doAll = async (all: Upkeep[]) => {
    for (const one of all) {
      if (stopping.signal.aborted) return;
      await instant(deps.db, deps)
        .then((now) => one(deps, now, stopping.signal))
        .catch((error: unknown) => {
          deps.log.error({ err: error }, 'A part of the daily upkeep failed.');
        });
    }
  };
  await doAll(first);
  let running = doAll(beside);
  const timer = setInterval(() => {
    running = running.then(() => doAll([...first, ...beside]));
  }, dayMs);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
