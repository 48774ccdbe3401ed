import { dayMs } from '../kernel/duration.ts';
import type { Deps } from './context.ts';
import { instant } from './db.ts';

/** Something done at every start and once a day; it may run on several servers at once. */
export type Upkeep = (deps: Deps, now: Date) => Promise<void>;

/** Does all upkeep now, and again every day; a failure is logged and does not stop the others. */
export async function startUpkeep(deps: Deps, all: Upkeep[]) {
  const doAll = async () => {
    const now = await instant(deps.db, deps);
    for (const one of all) {
      await one(deps, now).catch((error: unknown) => {
        deps.log.error({ err: error }, 'A part of the daily upkeep failed.');
      });
    }
  };
  let running = doAll();
  await running;
  const timer = setInterval(() => {
    running = running.then(doAll);
  }, dayMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
