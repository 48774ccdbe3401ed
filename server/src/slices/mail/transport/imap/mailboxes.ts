import { secondMs } from '../../../../kernel/duration.ts';
import type { Deps } from '../../../../platform/context.ts';
import { repeat } from '../../../../platform/repeat.ts';
import { SessionLocks } from '../../../../platform/session-locks.ts';
import { readableMailboxes } from '../../store/mailboxes.ts';
import { readMailbox } from './read-mailbox.ts';

/** The class of the locks of those who read a mailbox (any number of our own). */
const lockClass = 0x6d61_696c;

/** How soon a changed mailbox is read anew, and one whose reader died is taken over. */
const lookEveryMs = 2 * secondMs;

type Reader = { lockKey: number; version: number; stop: () => Promise<void> };

/**
 * Reads the mailboxes of all channels, each by one server of all that run: whoever gets its lock.
 * The others take over when that one dies.
 */
export function startMailboxes(deps: Deps, everyMs = lookEveryMs): { stop: () => Promise<void> } {
  const readers = new Map<string, Reader>();
  const stopAll = () => Promise.all([...readers.values()].map((reader) => reader.stop()));
  // Another server may read them from now on.
  const locks = new SessionLocks(deps, { lockClass }, () => void stopAll());
  let stopped = false;
  const look = async () => {
    await locks.check();
    await stopStale(deps, readers, locks);
    await startFree(deps, readers, locks, () => stopped);
  };
  const failure = 'Could not look which mailboxes to read; trying again.';
  const looks = repeat(deps, everyMs, look, failure);
  return {
    stop: async () => {
      stopped = true;
      await looks.stop();
      await stopAll();
      locks.close();
    },
  };
}

/** Stops reading what is paused, gone or changed, and what ended by itself. */
async function stopStale(deps: Deps, readers: Map<string, Reader>, locks: SessionLocks) {
  if (readers.size === 0) return;
  const wanted = new Map((await readableMailboxes(deps.db)).map((one) => [one.channelId, one]));
  for (const [channelId, reader] of readers) {
    if (wanted.get(channelId)?.version === reader.version) continue;
    await reader.stop();
    await locks.give(reader.lockKey);
  }
}

async function startFree(
  deps: Deps,
  readers: Map<string, Reader>,
  locks: SessionLocks,
  stopped: () => boolean,
) {
  for (const { channelId, lockKey, version } of await readableMailboxes(deps.db)) {
    if (stopped()) return;
    if (readers.has(channelId) || !(await locks.take(lockKey))) continue;
    const stopping = new AbortController();
    const done = readMailbox(deps, channelId, version, stopping.signal).finally(() =>
      readers.delete(channelId),
    );
    const stop = () => {
      stopping.abort();
      return done;
    };
    readers.set(channelId, { lockKey, version, stop });
  }
}
