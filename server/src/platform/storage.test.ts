import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { testFolder } from '../../test/deps.ts';
import { openStorage } from './storage.ts';

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test('what is put can be read again by its hash, as a stream and whole', async () => {
  const storage = await openStorage(await testFolder());
  const content = randomBytes(300_000);
  const stored = await storage.put(Readable.from([content.subarray(0, 7), content.subarray(7)]));
  expect(stored).toEqual({ sha256: sha256(content), size: 300_000 });
  expect(await storage.read(stored.sha256)).toEqual(content);
  expect(await buffer(storage.get(stored.sha256))).toEqual(content);
  expect(await storage.has(stored.sha256)).toBe(true);
  expect(await storage.has(sha256(randomBytes(8)))).toBe(false);
});

test('an empty file is a file', async () => {
  const storage = await openStorage(await testFolder());
  const { sha256: name, size } = await storage.put(new Uint8Array());
  expect(size).toBe(0);
  expect(await storage.read(name)).toHaveLength(0);
});

test('the same content is kept once, also when many put it at the same time', async () => {
  const folder = await testFolder();
  const storage = await openStorage(folder);
  const content = randomBytes(50_000);
  const stored = await Promise.all(Array.from({ length: 20 }, () => storage.put(content)));
  expect(new Set(stored.map((each) => each.sha256)).size).toBe(1);
  expect(filesIn(folder)).toHaveLength(1);
  expect(await storage.read(stored[0]!.sha256)).toEqual(content);
});

test('a content that breaks off leaves nothing behind', async () => {
  const folder = await testFolder();
  const storage = await openStorage(folder);
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      throw new Error('the sender hung up');
    })(),
  );
  await expect(storage.put(broken)).rejects.toThrow('the sender hung up');
  expect(filesIn(folder)).toEqual([]);
});

test('nobody but the server can read the files', async () => {
  const folder = await testFolder();
  const storage = await openStorage(folder);
  const { sha256: name } = await storage.put(Buffer.from('private'));
  const path = join(folder, name.slice(0, 2), name);
  expect(readFileSync(path, 'utf8')).toBe('private');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a name that is no hash reaches no file', async () => {
  const storage = await openStorage(await testFolder());
  expect(() => storage.get('../../etc/passwd')).toThrow('not a SHA-256');
});
