import { minuteMs } from '../../kernel/duration.ts';
import type { Deps } from '../../platform/context.ts';
import { watchAccess } from './commands/watch-access.ts';

const everyMs = 10 * minuteMs;

/** Looks every ten minutes whether somebody opens far more customers than usual; on any server. */
export function startAccessWatch(deps: Deps): { stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const once = () => {
    running = running
      .then(() => watchAccess(deps))
      .catch((error: unknown) => {
        deps.log.error({ err: error }, 'Unusual access could not be looked for; trying again.');
      });
  };
  once();
  const timer = setInterval(once, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
