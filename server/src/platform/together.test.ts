import { expect, test } from 'vitest';
import { together } from './together.ts';

/** Work whose runs end when they are told to. */
function started() {
  const runs: PromiseWithResolvers<string>[] = [];
  const ask = together(() => {
    runs.push(Promise.withResolvers<string>());
    return runs.at(-1)!.promise;
  });
  return { runs, ask };
}

test('whoever asks while the work runs shares the next run, which begins after it', async () => {
  const { runs, ask } = started();
  const [first, second, third] = [ask(), ask(), ask()];
  expect(runs).toHaveLength(1);
  runs[0]!.resolve('before');
  expect(await first).toBe('before');
  await expect.poll(() => runs.length).toBe(2);
  runs[1]!.resolve('after');
  expect(await Promise.all([second, third])).toEqual(['after', 'after']);
  expect(runs).toHaveLength(2);
});

test('a run that fails spoils nothing for those who come after', async () => {
  const { runs, ask } = started();
  const [first, second] = [ask(), ask()];
  runs[0]!.reject(new Error('no line'));
  await expect(first).rejects.toThrow('no line');
  await expect.poll(() => runs.length).toBe(2);
  runs[1]!.resolve('fine');
  expect(await second).toBe('fine');
  const third = ask();
  runs[2]!.resolve('again');
  expect(await third).toBe('again');
});
