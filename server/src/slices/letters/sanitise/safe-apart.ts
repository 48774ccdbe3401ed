import { Overtaxed, Thread } from '../../../platform/thread.ts';
import { makeSafe, type SafeLetter } from './make-safe.ts';

/** Shorter letters take some 20 ms at most and are not worth the way to the thread and back. */
const smallCharacters = 16 * 1024;

const thread = new Thread<string, SafeLetter>(new URL('./safe-thread.ts', import.meta.url), {
  memory: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
  patienceMs: 20_000,
  idleMs: 60_000,
});

/**
 * Makes a letter safe without holding up anybody else: what is not small in a thread of its own. Of
 * one that takes more time or memory than there is nothing is shown but its text.
 */
export async function makeSafeApart(html: string, withinMs?: number): Promise<SafeLetter> {
  if (html.length <= smallCharacters) return makeSafe(html);
  try {
    return await thread.ask(html, withinMs);
  } catch (error) {
    if (error instanceof Overtaxed) return { ...makeSafe(''), cut: true };
    throw error;
  }
}

/** Ends the thread; the next letter that needs one begins another. */
export async function closeSanitiser(): Promise<void> {
  await thread.close();
}
