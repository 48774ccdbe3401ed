// Spoils the mails of the corpus and reads them, for as long as it is told:
// npm run fuzz -w server -- --minutes 10 --seed 4711
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStorage } from '../src/platform/storage.ts';
import { specimens } from '../src/slices/mail/corpus/expected.ts';
import { readSpoilt } from '../src/slices/mail/corpus/fuzz.ts';
import { chanceOf } from '../src/slices/mail/corpus/mutate.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes ?? 10);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const mostMemory = 1_000_000_000;

const folder = await mkdtemp(join(tmpdir(), 'baton-fuzz-'));
console.log(`Seed ${seed}, for ${minutes} minutes.`);
try {
  const storage = await openStorage(folder);
  const mails = (await specimens()).map(({ raw }) => raw);
  const chance = chanceOf(seed);
  const end = performance.now() + minutes * 60_000;
  let count = 0;
  let largest = 0;
  while (performance.now() < end) {
    await readSpoilt(storage, mails, chance);
    count += 1;
    largest = Math.max(largest, process.memoryUsage.rss());
    if (largest > mostMemory) throw new Error(`${largest} bytes of memory after ${count} mails`);
  }
  console.log(`${count} mails read, at most ${Math.round(largest / 1e6)} MB of memory.`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
