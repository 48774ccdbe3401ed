import { parentPort } from 'node:worker_threads';
import { DiskFull, openStorage, type Storage } from '../../../platform/storage.ts';
import type { Ready } from '../../../platform/thread.ts';
import { errorCode } from '../../../platform/start-error.ts';
import { readLetter } from './read-letter.ts';
import type { Reading } from './reading.ts';
import type { StoredFile } from './store-part.ts';

/** What the thread is asked: to read the mail of a file store, by its folder. */
export type Question = { folder: string; raw: StoredFile };
/** What it answers; `failed` is what the file store said. */
export type Answer =
  | { reading: Reading }
  | { failed: { message: string; code: string | undefined } };

const stores = new Map<string, Promise<Storage>>();

async function answer({ folder, raw }: Question): Promise<Answer> {
  try {
    const store = stores.get(folder) ?? openStorage(folder);
    stores.set(folder, store);
    return { reading: await readLetter({ storage: await store }, raw) };
  } catch (error) {
    const code = error instanceof DiskFull ? 'ENOSPC' : errorCode(error);
    return { failed: { message: error instanceof Error ? error.message : String(error), code } };
  }
}

/** One mail after the other: the next is asked for when this one is answered. */
parentPort?.on('message', (question: Question) => {
  void answer(question).then(tell);
});
tell({ ready: true });

function tell(said: Answer | Ready): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- windows have origins, threads none
  parentPort?.postMessage(said);
}
