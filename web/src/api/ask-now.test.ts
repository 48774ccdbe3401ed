import { QueryClient, QueryObserver, queryOptions } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { askNow } from './ask-now.ts';

/** A server that answers when it is told to, in any order, and is asked by one query. */
function openServer() {
  const asked: PromiseWithResolvers<string>[] = [];
  const query = queryOptions({
    queryKey: ['letters'],
    queryFn: async ({ signal }) => {
      const answer = Promise.withResolvers<string>();
      signal.addEventListener('abort', () => answer.reject(signal.reason as Error));
      asked.push(answer);
      return answer.promise;
    },
  });
  return { client: new QueryClient(), query, asked };
}

test('it is answered when nothing shows the answer any more', async () => {
  const { client, query, asked } = openServer();
  client.setQueryData(query.queryKey, 'before');
  const leave = new QueryObserver(client, { ...query, staleTime: Infinity }).subscribe(() => null);
  const answer = askNow(client, query);
  await expect.poll(() => asked.length).toBe(1);
  leave();
  asked[0]?.resolve('after');
  expect(await answer).toBe('after');
  expect(client.getQueryData(query.queryKey)).toBe('after');
});

test('of two that ask each has its own answer, and the later one is kept', async () => {
  const { client, query, asked } = openServer();
  const first = askNow(client, query);
  await expect.poll(() => asked.length).toBe(1);
  const began = Date.now();
  await expect.poll(() => Date.now() > began).toBe(true);
  const second = askNow(client, query);
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.resolve('later');
  expect(await second).toBe('later');
  asked[0]?.resolve('earlier');
  expect(await first).toBe('earlier');
  expect(client.getQueryData(query.queryKey)).toBe('later');
});

test('what was under way before is given up', async () => {
  const { client, query, asked } = openServer();
  const shown = new QueryObserver(client, query);
  const leave = shown.subscribe(() => null);
  await expect.poll(() => asked.length).toBe(1);
  const answer = askNow(client, query);
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.resolve('now');
  expect(await answer).toBe('now');
  asked[0]?.resolve('before');
  expect(shown.getCurrentResult().data).toBe('now');
  leave();
});
