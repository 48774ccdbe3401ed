import type { Deps } from './context.ts';

/**
 * Does something at once and then again and again. While one time is under way the next is left
 * out: a database that was away for hours leaves no queue of looks behind. A failure is logged, and
 * the next time comes all the same.
 * @param failure the sentence for the log
 */
export function repeat(
  { log }: Pick<Deps, 'log'>,
  everyMs: number,
  look: () => Promise<unknown>,
  failure: string,
): { stop: () => Promise<void> } {
  let running: Promise<void> | null = null;
  const time = async () => {
    try {
      await look();
    } catch (error) {
      log.error({ err: error }, failure);
    } finally {
      running = null;
    }
  };
  const once = () => {
    running ??= time();
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
