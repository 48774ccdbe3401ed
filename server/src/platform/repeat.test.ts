import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { silentLog } from './log.ts';
import { repeat } from './repeat.ts';

const deps = { log: silentLog() };

test('what takes long is not done again until it is over, nor made up for', async () => {
  let begun = 0;
  const first = Promise.withResolvers<void>();
  const looks = repeat(
    deps,
    10,
    async () => {
      begun += 1;
      if (begun === 1) await first.promise;
    },
    'no',
  );
  await sleep(200);
  expect(begun).toBe(1);
  const overAt = performance.now();
  first.resolve();
  await sleep(1);
  expect(begun).toBeLessThan(4 + (performance.now() - overAt) / 10);
  await looks.stop();
});

test('a failure does not end it, and the end waits for what is under way', async () => {
  let done = 0;
  const looks = repeat(
    deps,
    10,
    async () => {
      await sleep(5);
      done += 1;
      if (done === 1) throw new Error('no');
    },
    'no',
  );
  while (done < 3) await sleep(5);
  await looks.stop();
  const at = done;
  await sleep(100);
  expect(done).toBe(at);
});
