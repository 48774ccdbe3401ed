import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DiskFull, asDiskFull } from './disk-full.ts';
import { foldersOf, type References, tidy } from './storage-tidy.ts';
import { syncFolder } from './sync-folder.ts';

export { DiskFull };

/** The file store: contents by their SHA-256 (64 lower-case hex digits), written once. */
export interface Storage {
  /**
   * Stores a content durably: when this resolves it is on the disk, name and all.
   * @throws DiskFull when there is no space left; nothing is kept then.
   */
  put(content: Readable | Uint8Array): Promise<{ sha256: string; size: number }>;
  /** The content as a stream; fails with ENOENT on the stream when there is none. */
  get(sha256: string): ReadStream;
  read(sha256: string): Promise<Buffer>;
  /** The first bytes of a content, at most so many. */
  beginning(sha256: string, bytes: number): Promise<Buffer>;
  has(sha256: string): Promise<boolean>;
  /**
   * Removes what has been unfinished, or referred to by nothing, for a day. Safe beside anything
   * that puts the same contents. Gives up at `stopping`. Returns how many it removed for good.
   */
  tidy(references: References, stopping: AbortSignal): Promise<number>;
}

/** Opens (and makes) the store in `folder`, an absolute path. */
export async function openStorage(folder: string): Promise<Storage> {
  const { unfinished, aside } = foldersOf(folder);
  for (const one of [unfinished, aside]) await mkdir(one, { recursive: true, mode: 0o700 });
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a SHA-256: ${sha256}`);
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    put: (content) => put(folder, join(unfinished, randomUUID()), content).catch(asDiskFull),
    get: (sha256) => createReadStream(pathOf(sha256)),
    read: (sha256) => readFile(pathOf(sha256)),
    beginning: (sha256, bytes) => beginningOf(pathOf(sha256), bytes),
    has: (sha256) =>
      access(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
    tidy: (references, stopping) => tidy(folder, references, stopping),
  };
}

async function beginningOf(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function put(folder: string, temporary: string, content: Readable | Uint8Array) {
  try {
    const written = await write(temporary, content);
    const home = join(folder, written.sha256.slice(0, 2));
    const made = await mkdir(home, { recursive: true, mode: 0o700 });
    // Equal contents replace each other: no matter who is first, the name never points at less.
    await rename(temporary, join(home, written.sha256));
    await syncFolder(home);
    if (made) await syncFolder(folder);
    return written;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function write(path: string, content: Readable | Uint8Array) {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of chunksOf(content)) {
      hash.update(chunk);
      size += chunk.byteLength;
      await file.writeFile(chunk);
    }
    await file.datasync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

async function* chunksOf(content: Readable | Uint8Array): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else for await (const chunk of content) yield chunk as Uint8Array;
}
