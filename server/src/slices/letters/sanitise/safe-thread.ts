import { parentPort } from 'node:worker_threads';
import type { Ready } from '../../../platform/thread.ts';
import { makeSafe, type SafeLetter } from './make-safe.ts';

/** One letter after the other, as HTML: the next is asked for when this one is answered. */
parentPort?.on('message', (html: string) => tell(makeSafe(html)));
tell({ ready: true });

function tell(said: SafeLetter | Ready): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- windows have origins, threads none
  parentPort?.postMessage(said);
}
