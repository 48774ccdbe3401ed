import type { Deps } from '../../../platform/context.ts';
import { Overtaxed, Thread } from '../../../platform/thread.ts';
import { readLetter } from './read-letter.ts';
import type { Answer, Question } from './reader-thread.ts';
import type { Reading } from './reading.ts';
import { rescueLetter } from './rescue-letter.ts';
import type { StoredFile } from './store-part.ts';

/** Up to this size a mail cannot hold anybody up for long, whatever is in it (docs/adr/0052). */
const smallBytes = 32 * 1024;

const thread = new Thread<Question, Answer>(new URL('./reader-thread.ts', import.meta.url), {
  memory: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 },
  patienceMs: 20_000,
  idleMs: 60_000,
});

/**
 * Reads a stored mail without holding up anybody else: what is not small in a thread of its own, one
 * after the other, within time and memory. A mail that takes more is rescued (docs/adr/0052).
 * @throws only what the file store throws; then it is worth trying again
 */
export async function readApart(
  deps: Pick<Deps, 'storage' | 'settings'>,
  raw: StoredFile,
  withinMs?: number,
): Promise<Reading> {
  if (raw.size <= smallBytes) return readLetter(deps, raw);
  try {
    return await askThread({ folder: deps.settings.storageFolder, raw }, withinMs);
  } catch (error) {
    if (error instanceof Overtaxed) return rescueLetter(deps, raw, error);
    throw error;
  }
}

/** Ends the thread; the next mail that needs one begins another. */
export async function closeReader(): Promise<void> {
  await thread.close();
}

async function askThread(question: Question, withinMs?: number): Promise<Reading> {
  const answer = await thread.ask(question, withinMs);
  if ('failed' in answer) {
    throw Object.assign(new Error(answer.failed.message), { code: answer.failed.code });
  }
  return answer.reading;
}
