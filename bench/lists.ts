import { createKey } from '../server/src/slices/auth/index.ts';
import { withDeps } from './founding.ts';
import { HttpClient } from './http-client.ts';
import { fillWithCases } from './many-cases.ts';
import type { BenchPostgres } from './postgres.ts';
import { startServe } from './processes.ts';
import { line, megabytes, milliseconds, perSecond, section } from './report.ts';
import { percentile } from './rounds.ts';
import { indexForSearch } from './search-index.ts';

const size = { agents: [50, 10, 3] as [number, number, number], closed: 200, inHands: 50 };
const copies = 399;
const looks = 400;
const replies = 200;

/** Fifty agents, a hundred thousand cases: how long one of them waits for a list and for a case. */
export async function measureLists(postgres: BenchPostgres): Promise<void> {
  const url = await postgres.database();
  const env = await fillWithCases(postgres, url, { ...size, copies });
  await indexForSearch(url);
  const key = await withDeps(env, async (deps) => {
    const { owner_id: agentId } = await deps.db
      .selectFrom('baton.cases')
      .select('owner_id')
      .where('status', '=', 'open')
      .executeTakeFirstOrThrow();
    return createKey(deps, { name: 'bench', role: 'agent', agentId: agentId! });
  });
  const server = await startServe(env);
  const client = new HttpClient(server.port, key);
  const list = '/api/cases?owner=me&status=open,waiting,solved';
  const { items } = (await client.send('GET', list)) as { items: { id: string }[] };
  section(`At ${(size.closed + size.inHands) * (copies + 1)} cases, over HTTP`);
  line('', 'p50', 'p95');
  await measure('in my hands (50 of 400)', client, () => list);
  await measure('one case', client, (index) => `/api/cases/${items[index % items.length]!.id}`);
  await measure(
    'what was said about it',
    client,
    (index) => `/api/cases/${items[index % items.length]!.id}/messages`,
  );
  await measureReplies(
    client,
    items.map(({ id }) => id),
  );
  line('resident memory afterwards', megabytes(await server.memory()));
  client.close();
  await server.stop();
}

/** Replies by their owner, one after the other: each is a commit with its event and its work. */
async function measureReplies(client: HttpClient, ids: string[]): Promise<void> {
  const begun = performance.now();
  for (let index = 0; index < replies; index++) {
    const id = ids[index % ids.length]!;
    await client.send('POST', `/api/cases/${id}/replies`, { text: `Reply ${index}` });
  }
  line('replies, one after the other', perSecond((1000 * replies) / (performance.now() - begun)));
}

async function measure(what: string, client: HttpClient, path: (index: number) => string) {
  const took: number[] = [];
  for (let index = 0; index < looks + 50; index++) {
    const started = performance.now();
    await client.send('GET', path(index));
    took.push(performance.now() - started);
  }
  const warm = took.slice(50);
  line(what, milliseconds(percentile(warm, 50)), milliseconds(percentile(warm, 95)));
}
