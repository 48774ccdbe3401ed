import { readdirSync } from 'node:fs';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { testFolder } from '../../test/deps.ts';
import { openStorage, type Storage } from './storage.ts';

let folder: string;
let storage: Storage;
const inUse = new Set<string>();
const references = async () => inUse;
const goOn = new AbortController().signal;
const homeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);

beforeEach(async () => {
  folder = await testFolder();
  storage = await openStorage(folder);
  inUse.clear();
});

/** Lets a file be two days old. */
async function age(path: string): Promise<void> {
  const then = new Date(Date.now() - 2 * 86_400_000);
  await utimes(path, then, then);
}

async function ageAside(): Promise<void> {
  for (const name of await readdir(join(folder, 'aside'))) await age(join(folder, 'aside', name));
}

async function putOld(text: string): Promise<string> {
  const { sha256 } = await storage.put(Buffer.from(text));
  await age(homeOf(sha256));
  return sha256;
}

test('what nothing refers to is set aside after a day, and removed a day later', async () => {
  const old = await putOld('old');
  const { sha256: fresh } = await storage.put(Buffer.from('fresh'));
  const needed = await putOld('needed');
  inUse.add(needed);
  expect(await storage.tidy(references, goOn)).toBe(0);
  expect(await Promise.all([old, fresh, needed].map((one) => storage.has(one)))).toEqual([
    false,
    true,
    true,
  ]);
  expect(await storage.tidy(references, goOn)).toBe(0);
  await ageAside();
  expect(await storage.tidy(references, goOn)).toBe(1);
  expect(readdirSync(join(folder, 'aside'))).toEqual([]);
  expect(await storage.read(needed)).toEqual(Buffer.from('needed'));
});

test('what was being written when a server was killed is removed after a day', async () => {
  const unfinished = join(folder, 'unfinished');
  await writeFile(join(unfinished, 'old'), 'half');
  await writeFile(join(unfinished, 'under way'), 'half');
  await age(join(unfinished, 'old'));
  await storage.tidy(references, goOn);
  expect(await readdir(unfinished)).toEqual(['under way']);
});

test('a content that is put again while nothing refers to it yet stays', async () => {
  const sha256 = await putOld('again');
  const racing = async () => {
    // Just after it was asked about, and before it would be moved.
    await storage.put(Buffer.from('again'));
    return inUse;
  };
  await storage.tidy(racing, goOn);
  expect(await storage.read(sha256)).toEqual(Buffer.from('again'));
  expect(readdirSync(join(folder, 'aside'))).toEqual([]);
});

test('a content that is referred to after it was set aside comes back', async () => {
  const sha256 = await putOld('late');
  await storage.tidy(references, goOn);
  expect(await storage.has(sha256)).toBe(false);
  inUse.add(sha256);
  await ageAside();
  await storage.tidy(references, goOn);
  expect(await storage.read(sha256)).toEqual(Buffer.from('late'));
  // Put again meanwhile: the new file stays, the old one goes.
  inUse.clear();
  await age(homeOf(sha256));
  await storage.tidy(references, goOn);
  await storage.put(Buffer.from('late'));
  inUse.add(sha256);
  await storage.tidy(references, goOn);
  expect(await storage.read(sha256)).toEqual(Buffer.from('late'));
  expect(readdirSync(join(folder, 'aside'))).toEqual([]);
});

test('many that put the same while several tidy lose nothing', async () => {
  const contents = Array.from({ length: 20 }, (_, index) => Buffer.from(`content ${index}`));
  for (const content of contents) await age(homeOf((await storage.put(content)).sha256));
  const [stored] = await Promise.all([
    Promise.all(contents.map((content) => storage.put(content))),
    ...Array.from({ length: 3 }, () => storage.tidy(references, goOn)),
  ]);
  // A server that is killed in between leaves the rest to the next one.
  for (const { sha256 } of stored) inUse.add(sha256);
  await storage.tidy(references, goOn);
  for (const [index, { sha256 }] of stored.entries()) {
    expect(await storage.read(sha256)).toEqual(contents[index]);
  }
});

test('a server that stops does not wait until all is tidy', async () => {
  const sha256 = await putOld('old');
  const stopping = new AbortController();
  stopping.abort();
  await storage.tidy(references, stopping.signal);
  expect(await storage.has(sha256)).toBe(true);
});
