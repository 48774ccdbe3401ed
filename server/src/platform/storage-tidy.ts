import { randomUUID } from 'node:crypto';
import { link, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { dayMs } from '../kernel/duration.ts';
import { errorCode } from './start-error.ts';
import { syncFolder } from './sync-folder.ts';

/** Which of some contents (by their SHA-256) something refers to; the answer may hold more. */
export type References = (sha256s: readonly string[]) => Promise<ReadonlySet<string>>;

/** Whoever puts a content refers to it within moments; a day is far beyond that. */
const keptMs = dayMs;
/** How many contents are asked about at once. */
const batch = 1000;

/** Beside the contents: what is being written, and what was set aside to be removed. */
export function foldersOf(folder: string): { unfinished: string; aside: string } {
  return { unfinished: join(folder, 'unfinished'), aside: join(folder, 'aside') };
}

/**
 * Removes what nothing refers to. Between asking about a content and removing it somebody may put
 * it again, so it goes in two steps. It is moved aside, which takes its name away at once: whoever
 * puts it from now on writes a new file. Whoever did so just before has renewed its time, and then
 * it is moved back. What was set aside is removed a day later, if nothing refers to it still.
 */
export async function tidy(
  folder: string,
  references: References,
  stopping: AbortSignal,
): Promise<number> {
  const before = (await timeOf(folder)) - keptMs;
  await removeUnfinished(foldersOf(folder).unfinished, before);
  const removed = await removeAside(folder, references, before);
  for (const home of (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    if (stopping.aborted) break;
    for (const some of batches(await oldIn(join(folder, home), before))) {
      const inUse = await references(some);
      for (const sha256 of some) {
        if (!inUse.has(sha256)) await setAside(folder, sha256, before);
      }
    }
  }
  return removed;
}

/** The instant by the clock that gives files their times: several machines may share the folder. */
async function timeOf(folder: string): Promise<number> {
  const path = join(foldersOf(folder).unfinished, randomUUID());
  await writeFile(path, '', { flag: 'wx', mode: 0o600 });
  const { mtimeMs } = await stat(path);
  await rm(path, { force: true });
  return mtimeMs;
}

/** What a server was writing when it was killed. */
async function removeUnfinished(unfinished: string, before: number): Promise<void> {
  for (const name of await readdir(unfinished)) {
    const path = join(unfinished, name);
    if (await isOlder(path, before)) await rm(path, { force: true });
  }
}

async function removeAside(
  folder: string,
  references: References,
  before: number,
): Promise<number> {
  const { aside } = foldersOf(folder);
  let removed = 0;
  for (const some of batches(await readdir(aside))) {
    const inUse = await references(some.map(contentOf));
    for (const name of some) {
      const path = join(aside, name);
      if (inUse.has(contentOf(name))) await moveBack(folder, path);
      else if (await isOlder(path, before)) {
        await rm(path, { force: true });
        removed += 1;
      }
    }
  }
  return removed;
}

async function oldIn(home: string, before: number): Promise<string[]> {
  const old: string[] = [];
  for (const name of (await readdir(home)).filter(isName)) {
    if (await isOlder(join(home, name), before)) old.push(name);
  }
  return old;
}

async function setAside(folder: string, sha256: string, before: number): Promise<void> {
  // A name of its own: servers that tidy at the same time touch nothing of each other's.
  const path = join(foldersOf(folder).aside, `${sha256}.${randomUUID()}`);
  const moved = await rename(homeOf(folder, sha256), path).then(() => true, isGone);
  if (!moved) return;
  if (!(await isOlder(path, before))) return moveBack(folder, path);
  const now = new Date(before + keptMs);
  await utimes(path, now, now);
}

/** Gives a content its name again, unless a new file has it. */
async function moveBack(folder: string, path: string): Promise<void> {
  const home = homeOf(folder, contentOf(basename(path)));
  const there = await link(path, home).then(
    () => true,
    (error: unknown) => errorCode(error) === 'EEXIST' || isGone(error),
  );
  if (!there) return;
  await syncFolder(dirname(home));
  await rm(path, { force: true });
}

/** The SHA-256 of what was set aside, from its name. */
function contentOf(name: string): string {
  return name.split('.', 1)[0]!;
}

function homeOf(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256);
}

function isName(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

async function isOlder(path: string, before: number): Promise<boolean> {
  return stat(path).then(({ mtimeMs }) => mtimeMs < before, isGone);
}

/** Another server was faster: false. Throws any other error again. */
function isGone(error: unknown): false {
  if (errorCode(error) !== 'ENOENT') throw error;
  return false;
}

function* batches(all: string[]): Generator<string[]> {
  for (let from = 0; from < all.length; from += batch) yield all.slice(from, from + batch);
}
