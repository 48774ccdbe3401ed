const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl-C can arrive several times: from the terminal, from npm and from bin/baton. */
const sameMs = 1_000;

/**
 * Resolves when Baton is asked to stop: by Ctrl-C, by SIGTERM, by the end of the terminal, or
 * because the bin/baton that started it is gone. Asked a second time, it ends at once.
 */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const ask = () => {
      if (askedAt !== undefined && performance.now() - askedAt > sameMs) process.exit(130);
      askedAt ??= performance.now();
      resolve();
    };
    for (const signal of signals) process.on(signal, ask);
    // Only while it is connected: bin/baton hangs up by dying.
    process.once('disconnect', ask);
  });
}

/** Waits for `work`, but no longer than `ms`; true when it was done in time. */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  const done = work.then(() => true);
  return Promise.race([done, timeout]).finally(() => clearTimeout(timer));
}
