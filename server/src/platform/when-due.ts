import type { Deps } from './context.ts';

/**
 * Looks again and again at what time brings: each look says how long to wait until the next. One
 * that fails is logged, and the next comes after `otherwiseMs`.
 * @param look does what is due; gives the milliseconds until the next look
 * @param failure the sentence for the log
 */
export function lookWhenDue(
  { log }: Pick<Deps, 'log'>,
  otherwiseMs: number,
  look: () => Promise<number>,
  failure: string,
): { stop: () => Promise<void> } {
  let stopped = false;
  let wakeUp = () => {};
  const loop = async () => {
    while (!stopped) {
      const delay = await look().catch((error: unknown) => {
        log.error({ err: error }, failure);
        return otherwiseMs;
      });
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, delay);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const done = loop();
  return {
    async stop() {
      stopped = true;
      wakeUp();
      await done;
    },
  };
}
