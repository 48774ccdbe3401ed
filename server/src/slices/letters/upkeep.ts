import type { Deps } from '../../platform/context.ts';
import { prepareLetter } from './commands/prepare-letter.ts';
import { forgetLetters, lettersToMakeSafe } from './store/letters.ts';

const batch = 200;

/**
 * Daily: makes safe what an older sanitiser made safe, or none; forgets what belongs to no message. A
 * letter whose content cannot be read is said and left until the next day.
 */
export async function upkeep(deps: Deps, _now: Date, stopping: AbortSignal): Promise<void> {
  const failed = new Set<string>();
  while (!stopping.aborted) {
    const found = await lettersToMakeSafe(deps.db, batch + failed.size);
    const due = found.filter((one) => !failed.has(one));
    if (due.length === 0) break;
    for (const sha256 of due) {
      if (stopping.aborted) return;
      await prepareLetter(deps, sha256).catch((error: unknown) => {
        failed.add(sha256);
        deps.log.error({ err: error, sha256 }, 'A letter could not be made safe.');
      });
    }
  }
  while (!stopping.aborted && (await forgetLetters(deps.db, batch)) === batch);
}
