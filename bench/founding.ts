import { openAll } from '../server/src/cli/open.ts';
import { silentLog, type Logger } from '../server/src/platform/log.ts';
import type { Clock } from '../server/src/platform/clock.ts';
import type { Deps } from '../server/src/platform/context.ts';
import { readSettings } from '../server/src/platform/settings.ts';
import { foundChannel } from '../server/src/slices/mail/index.ts';
import { foundPyramid, type Pyramid } from '../server/test/pyramid.ts';

/** Opens what the product is made of on a database, for the length of `work`. */
export async function withDeps<T>(
  env: Record<string, string>,
  work: (deps: Deps) => Promise<T>,
  clock?: Clock,
): Promise<T> {
  const settings = readSettings(env, process.cwd());
  const log: Logger = silentLog();
  const { deps, close } = await openAll(settings, { log, asServer: false });
  try {
    return await work(clock ? { ...deps, clock } : deps);
  } finally {
    await close();
  }
}

/** A company with so many agents at each level, and a channel that takes every letter. */
export async function found(
  env: Record<string, string>,
  sizes: [number, number, number],
): Promise<Pyramid> {
  return withDeps(env, async (deps) => {
    const pyramid = await foundPyramid(deps, sizes);
    await deps.db.transaction().execute((tx) => foundChannel(tx));
    return pyramid;
  });
}
