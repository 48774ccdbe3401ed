import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

test('what is asked for while it is done is done once more, however often', async () => {
  const done: PromiseWithResolvers<void>[] = [];
  const ask = inTurn(async () => {
    done.push(Promise.withResolvers());
    await done.at(-1)!.promise;
  });
  ask();
  expect(done).toHaveLength(1);
  for (let times = 0; times < 100; times += 1) ask();
  expect(done).toHaveLength(1);
  done[0]!.resolve();
  await expect.poll(() => done.length).toBe(2);
  done[1]!.resolve();
  await done[1]!.promise;
  ask();
  await expect.poll(() => done.length).toBe(3);
  done[2]!.resolve();
});
