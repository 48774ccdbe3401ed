import { afterAll, beforeAll, expect, test } from 'vitest';
import { testFolder } from '../../../../test/deps.ts';
import { ownMs } from '../../../../test/own-time.ts';
import { openStorage } from '../../../platform/storage.ts';
import { closeReader, readApart } from './read-apart.ts';

let deps: Parameters<typeof readApart>[0];
beforeAll(async () => {
  const storageFolder = await testFolder();
  const settings = { storageFolder } as typeof deps.settings;
  deps = { storage: await openStorage(storageFolder), settings };
});
afterAll(closeReader);

const named = { name: 'original.eml', type: 'message/rfc822', inlineId: null, beginning: null };
const head =
  'From: Maria <maria@customer.test>\r\nSubject: Broken\r\nDate: Tue, 3 Mar 2026 10:00 +0200';
const store = async (body: string) => ({
  ...(await deps.storage.put(Buffer.from(`${head}\r\n${body}`))),
  ...named,
});
const long = `\r\nIt is broken.\r\n${'And it was so yesterday.\r\n'.repeat(4000)}`;

test('a large mail is read in its thread as a small one is read here', async () => {
  const [small, large] = [await store('\r\nIt is broken.\r\n'), await store(long)];
  const [near, apart] = await Promise.all([readApart(deps, small), readApart(deps, large)]);
  expect(apart.letter).toMatchObject({ subject: 'Broken', writtenAt: near.letter.writtenAt });
  expect(apart.parts.fresh).toContain('And it was so yesterday.');
  expect(apart).toMatchObject({ fault: null, files: [] });
});

test('others go on while a mail is read that was made to take long', async () => {
  const hostile = await store(
    `Content-Type: text/html\r\n\r\n${'<div></p><!--</div>-->'.repeat(45_000)}`,
  );
  let longest = 0;
  let ticked = ownMs();
  const timer = setInterval(() => {
    longest = Math.max(longest, ownMs() - ticked);
    ticked = ownMs();
  }, 5);
  await readApart(deps, hostile);
  clearInterval(timer);
  // It takes a second and more; a bound for a machine that has other work, too.
  expect(longest).toBeLessThan(500);
});

test('a mail that takes too long is rescued, and the next one is read', async () => {
  const hostile = await store(
    `Content-Type: text/html\r\n\r\nHello ${'<div></p><!--</div>-->'.repeat(45_000)}`,
  );
  const rescued = await readApart(deps, hostile, 1);
  expect(rescued).toMatchObject({ fault: 'took too long', letter: { subject: 'Broken' } });
  expect(rescued.letter.text).toContain('Hello');
  expect(rescued.files).toMatchObject([{ name: 'original.eml', size: hostile.size }]);
  expect((await readApart(deps, await store(long))).fault).toBeNull();
});

test('what the file store says is not the fault of the mail', async () => {
  const missing = { ...named, sha256: 'f'.repeat(64), size: 100_000 };
  await expect(readApart(deps, missing)).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(readApart(deps, { ...missing, size: 10 })).rejects.toMatchObject({ code: 'ENOENT' });
});
