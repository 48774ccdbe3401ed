import type { Db } from './context.ts';
import type { Upkeep } from './upkeep.ts';

/** Which of some contents a slice refers to, by their SHA-256. */
export type ContentsInUse = (db: Db, sha256s: readonly string[]) => Promise<string[]>;

/** Daily: removes from the file store what none of the slices refers to any more. */
export function tidyStorage(slices: readonly ContentsInUse[]): Upkeep {
  return async ({ db, storage, log }, _now, stopping) => {
    const removed = await storage.tidy(async (sha256s) => {
      const found = await Promise.all(slices.map((inUse) => inUse(db, sha256s)));
      return new Set(found.flat());
    }, stopping);
    if (removed > 0) log.info({ removed }, 'Removed files to which nothing referred.');
  };
}
