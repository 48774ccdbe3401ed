import { expect, test } from 'vitest';
import { fetchPart } from './fetch-part.ts';

const gone = new TypeError('Failed to fetch dynamically imported module');

/** A browser in which a part comes at the nth try, and the server answers from some try on. */
function browser({ comesAt, answersFrom = 0, fresh = false }: Record<string, number | boolean>) {
  const did: string[] = [];
  let tries = 0;
  const part = async () => {
    tries += 1;
    if (tries < Number(comesAt)) throw gone;
    return 'the part';
  };
  const ways = {
    answers: async () => tries >= Number(answersFrom),
    wait: async () => void did.push('waited'),
    loadAnew: () => {
      if (!fresh) did.push('loaded anew');
      return !fresh;
    },
  };
  return { did, fetched: fetchPart(part, ways) };
}

test('a part that comes is given', async () => {
  const { did, fetched } = browser({ comesAt: 1 });
  expect(await fetched).toBe('the part');
  expect(did).toEqual([]);
});

test('while the line is lost, the page stays and the part is waited for', async () => {
  const { did, fetched } = browser({ comesAt: 4, answersFrom: 4 });
  expect(await fetched).toBe('the part');
  expect(did).toEqual(['waited', 'waited', 'waited']);
});

test('a part that is gone has the page loaded anew, once', async () => {
  const old = browser({ comesAt: Infinity, answersFrom: 3 });
  await expect.poll(() => old.did).toEqual(['waited', 'waited', 'loaded anew']);
  const { did, fetched } = browser({ comesAt: Infinity, fresh: true });
  await expect(fetched).rejects.toBe(gone);
  expect(did).toEqual([]);
});
