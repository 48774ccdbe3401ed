import pg from 'pg';
import { createKey } from '../server/src/slices/auth/index.ts';
import { found, withDeps } from './founding.ts';
import { HttpClient } from './http-client.ts';
import { multiplyCases } from './multiply.ts';
import { makeOriginals } from './originals.ts';
import type { BenchPostgres } from './postgres.ts';
import { environmentOn, startServe } from './processes.ts';
import { line, megabytes, milliseconds, section } from './report.ts';
import { percentile } from './rounds.ts';

const originals = { closed: 200, inHands: 50 };
const copies = 399;
const looks = 200;

/** A hundred thousand cases: how long an agent waits for what they look for, as they type it. */
export async function measureSearch(postgres: BenchPostgres): Promise<void> {
  const url = await postgres.database();
  const env = environmentOn(postgres, url);
  await found(env, [50, 10, 3]);
  const key = await withDeps(env, async (deps) => {
    await makeOriginals(deps, originals);
    const { owner_id: agentId } = await deps.db
      .selectFrom('baton.cases')
      .select('owner_id')
      .where('status', '=', 'open')
      .executeTakeFirstOrThrow();
    return createKey(deps, { name: 'bench', role: 'agent', agentId: agentId! });
  });
  await multiplyCases(url, copies);
  const { cases, messages, index } = await writeWords(url);
  const server = await startServe(env);
  const client = new HttpClient(server.port, key);
  section(
    `Search in ${cases} cases with ${messages} messages (index ${megabytes(index)}), over HTTP`,
  );
  await measureAll(client);
  line('resident memory afterwards', megabytes(await server.memory()));
  client.close();
  await server.stop();
}

/** Each kind of question as an agent would ask it. */
export async function measureAll(client: HttpClient): Promise<void> {
  line('', 'p50', 'p95');
  await measure('a word in 50 cases', client, 'quetzal');
  await measure('a word in half of them', client, 'halfway');
  await measure('the same and one of thousands', client, 'halfway w77');
  await measure('two Chinese characters in a tenth', client, '退款');
  await measure('four Chinese characters', client, '退款失败');
  await measure('two words as they stand', client, '"halfway there"');
  await measure('two letters of a word', client, 'qu');
  await measure('a word that is nowhere', client, 'xylophone');
  await measure('only filters', client, '&status=open');
}

/**
 * Writes words into the copies: of 20,000, few often and most seldom, as in a language; and those that
 * are looked for. Then the index, as Baton itself fills it.
 */
async function writeWords(url: string) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const begun = performance.now();
  await client.query('set session_replication_role = replica');
  await client.query(`
    update baton.messages m set text = (
      select string_agg('w' || floor(exp(random() * ln(20000)))::int, ' ')
      from generate_series(1, 40 + 0 * m.seq)
    ) || case when c.number % 2 = 0 then ' halfway there' else '' end
      || case when c.number % 2000 = 0 then ' quetzal' else '' end
      || case when c.number % 10 = 3 then ' 订单退款失败了' else '' end
    from baton.cases c where c.id = m.case_id and m.author_kind <> 'baton'`);
  await client.query('drop index baton.search_documents_words');
  await client.query('truncate baton.search_documents');
  await client.query(`insert into baton.search_documents
    select b.* from baton.cases c, baton.search_built(c.id) b`);
  await client.query("set maintenance_work_mem = '256MB'");
  await client.query(`create index search_documents_words on baton.search_documents using gin (words)
    with (gin_pending_list_limit = 512)`);
  await client.query('vacuum analyze');
  line('written in', `${Math.round((performance.now() - begun) / 1000)} s`);
  const { rows } = await client.query<{ cases: number; messages: number; index: number }>(`
    select (select count(*)::int from baton.cases) as cases,
      (select count(*)::int from baton.messages) as messages,
      pg_total_relation_size('baton.search_documents')::float as index`);
  await client.end();
  return rows[0]!;
}

async function measure(what: string, client: HttpClient, q: string) {
  const [words, filters = ''] = q.split('&', 2);
  const took: number[] = [];
  for (let index = 0; index < looks + 20; index++) {
    const path = `/api/search?q=${encodeURIComponent(words!)}${filters && `&${filters}`}`;
    const started = performance.now();
    await client.send('GET', path);
    took.push(performance.now() - started);
  }
  const warm = took.slice(20);
  line(what, milliseconds(percentile(warm, 50)), milliseconds(percentile(warm, 95)));
}
