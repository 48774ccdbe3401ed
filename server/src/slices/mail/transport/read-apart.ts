import { Worker } from 'node:worker_threads';
import type { Deps } from '../../../platform/context.ts';
import { readLetter } from './read-letter.ts';
import type { Answer, Question } from './reader-thread.ts';
import type { Reading } from './reading.ts';
import { rescueLetter } from './rescue-letter.ts';
import type { StoredFile } from './store-part.ts';

/** Up to this size a mail cannot hold anybody up for long, whatever is in it (docs/adr/0052). */
const smallBytes = 32 * 1024;
/** How long the thread may take for one mail. */
const patienceMs = 20_000;
/** The thread is let go when there was nothing for it for so long. */
const idleMs = 60_000;
/** What it may take of memory, in MB; the bytes of files do not count. */
const limits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 };

/** The mail itself ended the thread, or would not let it end. */
class Unreadable extends Error {}

let thread: Promise<Worker> | null = null;
let last: Promise<unknown> = Promise.resolve();
let idle: NodeJS.Timeout | undefined;

/**
 * Reads a stored mail without holding up anybody else: what is not small in a thread of its own, one
 * after the other, within time and memory. A mail that takes more is rescued (docs/adr/0052).
 * @throws only what the file store throws; then it is worth trying again
 */
export async function readApart(
  deps: Pick<Deps, 'storage' | 'settings'>,
  raw: StoredFile,
  withinMs = patienceMs,
): Promise<Reading> {
  if (raw.size <= smallBytes) return readLetter(deps, raw);
  const turn = last.then(() => askThread({ folder: deps.settings.storageFolder, raw }, withinMs));
  last = turn.catch(() => {});
  try {
    return await turn;
  } catch (error) {
    if (error instanceof Unreadable) return rescueLetter(deps, raw, error);
    throw error;
  }
}

/** Ends the thread; the next mail that needs one begins another. */
export async function closeReader(): Promise<void> {
  clearTimeout(idle);
  const ending = thread;
  thread = null;
  await (await ending)?.terminate();
}

async function askThread(question: Question, withinMs: number): Promise<Reading> {
  clearTimeout(idle);
  thread ??= startThread();
  const worker = await thread;
  worker.ref();
  try {
    const answer = await answerOf(worker, question, withinMs);
    if ('failed' in answer) {
      throw Object.assign(new Error(answer.failed.message), { code: answer.failed.code });
    }
    if (!('reading' in answer)) throw new Error('The reader of mail answered nothing.');
    return answer.reading;
  } finally {
    worker.unref();
    idle = setTimeout(() => void closeReader(), idleMs).unref();
  }
}

/** @throws what keeps the thread from starting: that is not the fault of a mail */
async function startThread(): Promise<Worker> {
  const worker = new Worker(new URL('./reader-thread.ts', import.meta.url), {
    resourceLimits: limits,
    execArgv: [],
  });
  const forget = () => {
    thread = null;
  };
  worker.once('exit', forget);
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The reader of mail did not start.')));
  }).catch((error: unknown) => {
    forget();
    throw error;
  });
  return worker;
}

function answerOf(worker: Worker, question: Question, withinMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const giveUp = (why: Error) => {
      thread = null;
      void worker.terminate();
      finish(() => reject(why));
    };
    const timer = setTimeout(() => giveUp(new Unreadable('took too long')), withinMs);
    const onAnswer = (answer: Answer) => finish(() => resolve(answer));
    // Out of memory, for example.
    const onError = (error: Error) => giveUp(new Unreadable(error.message));
    // The server stops: the mail waits for its next start.
    const onExit = () => giveUp(Object.assign(new Error('stopped'), { code: 'ECANCELED' }));
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      worker.off('message', onAnswer).off('error', onError).off('exit', onExit);
      settle();
    };
    worker.once('message', onAnswer).once('error', onError).once('exit', onExit);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- windows have origins, threads none
    worker.postMessage(question);
  });
}
