import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testFolder } from '../../test/deps.ts';
import { asDiskFull, DiskFull } from './disk-full.ts';
import { openStorage } from './storage.ts';

let folder: string;
let mounted: boolean;

beforeAll(async () => {
  folder = await testFolder();
  const mount = ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder];
  // Only root may mount; elsewhere the system's answer to a full disk stands in for the disk.
  mounted = spawnSync('mount', mount).status === 0;
});
afterAll(() => {
  if (mounted) spawnSync('umount', [folder]);
});

test('a full disk is told as such, and what was there stays whole', async () => {
  if (!mounted) {
    const full = Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' });
    expect(() => asDiskFull(full)).toThrow(DiskFull);
    return;
  }
  const storage = await openStorage(folder);
  const small = await storage.put(Buffer.from('small'));
  await expect(storage.put(randomBytes(2_000_000))).rejects.toThrow(DiskFull);
  expect(await storage.read(small.sha256)).toEqual(Buffer.from('small'));
  await expect(storage.put(Buffer.from('fits again'))).resolves.toMatchObject({ size: 10 });
});
