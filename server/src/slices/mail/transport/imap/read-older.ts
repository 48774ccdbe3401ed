import { instant } from '../../../../platform/db.ts';
import { noteOlder } from '../../store/mailbox-progress.ts';
import { arrivedSince, type Reading } from './folder.ts';
import { fetchAll } from './read-new.ts';

const batch = 20;

/** Older mail that was asked for and is not all read yet: its messages, in pieces. */
export type Older = { pieces: number[][]; done: boolean };

/** Finds the older mail that was asked for and not read yet. */
export async function findOlder(reading: Reading): Promise<Older> {
  const { deps, client, mailbox, at, firstUid } = reading;
  if (mailbox.older_since === null || mailbox.older_finished_at !== null) {
    return { pieces: [], done: true };
  }
  const before = firstUid > 1 ? { uid: `1:${firstUid - 1}` } : null;
  const all = before ? await arrivedSince(client, mailbox.older_since, before) : [];
  await noteOlder(deps.db, at, { total: all.length });
  const rest = all.filter((uid) => uid < firstUid && uid > (mailbox.older_uid ?? 0));
  const count = Math.ceil(rest.length / batch);
  return {
    pieces: Array.from({ length: count }, (_, n) => rest.slice(n * batch, (n + 1) * batch)),
    done: false,
  };
}

/** Reads the next piece of older mail, so that what is new never waits long for it. */
export async function readOlder(reading: Reading, older: Older): Promise<void> {
  if (older.done) return;
  const piece = older.pieces.shift();
  if (piece) await fetchAll(reading, piece, true);
  if (older.pieces.length > 0) return;
  const { deps, at } = reading;
  await noteOlder(deps.db, at, { finishedAt: await instant(deps.db, deps) });
  older.done = true;
}
