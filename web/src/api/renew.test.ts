import { QueryClient, QueryObserver, queryOptions } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { renew } from './renew.ts';

test('a first answer that is on its way may be older than what changed', async () => {
  const client = new QueryClient();
  const asked: PromiseWithResolvers<string>[] = [];
  const query = queryOptions({
    queryKey: ['cases', 'hands'],
    queryFn: async () => {
      asked.push(Promise.withResolvers<string>());
      return asked.at(-1)!.promise;
    },
  });
  const shown = new QueryObserver(client, query);
  const leave = shown.subscribe(() => null);
  await expect.poll(() => asked.length).toBe(1);
  const renewed = renew(client, { queryKey: ['cases'] });
  asked[0]?.resolve('before');
  await expect.poll(() => asked.length).toBe(2);
  expect(shown.getCurrentResult().data).toBe('before');
  asked[1]?.resolve('after');
  await renewed;
  expect(shown.getCurrentResult().data).toBe('after');

  // What has been answered is asked for once.
  const again = renew(client, { queryKey: ['cases'] });
  await expect.poll(() => asked.length).toBe(3);
  asked[2]?.resolve('later');
  await again;
  expect(asked).toHaveLength(3);
  leave();
});
