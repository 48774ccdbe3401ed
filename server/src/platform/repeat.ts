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
  let isUnderWay = false;
  const time = async () => {
    isUnderWay = true;
    try {
      await look();
    } catch (error) {
      log.error({ err: error }, failure);
    } finally {
      isUnderWay = false;
    }
  };
  let last = Promise.resolve();
  const once = () => {
    if (!isUnderWay) last = time();
  };
  once();
  const timer = setInterval(once, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await last;
    },
  };
}
