import pg from 'pg';
import { fillWithCases, type Size } from './many-cases.ts';
import type { BenchPostgres } from './postgres.ts';
import { environmentOn } from './processes.ts';
import { line } from './report.ts';
import { indexForSearch } from './search-index.ts';

/** 111,250 cases with 300,375 messages: what is promised of 100,000 with 300,000, and a little more. */
const size: Size = { agents: [50, 10, 3], closed: 200, inHands: 50, copies: 444 };

/**
 * A copy of the prepared database, and what the product is told to run on it: what a run writes, and
 * the migrations that came since, leave the prepared one as it is.
 */
export async function searchable(postgres: BenchPostgres) {
  const filled = await postgres.prepared('search', (made) => fillWithWords(postgres, made));
  const url = await postgres.copyOf(filled);
  return { url, env: { ...environmentOn(postgres, filled), DATABASE_URL: url } };
}

/** Fills a database with cases of whose words search is to find some: few, half of them, Chinese. */
async function fillWithWords(postgres: BenchPostgres, url: string): Promise<void> {
  await fillWithCases(postgres, url, size);
  await writeWords(url);
}

/**
 * Writes words into the copies: of 20,000, few often and most seldom, as in a language; and those that
 * are looked for. Then the index, as Baton itself fills it.
 */
async function writeWords(url: string): Promise<void> {
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
      || case when c.number % 2225 = 0 then ' quetzal' else '' end
      || case when c.number % 10 = 3 then ' 订单退款失败了' else '' end
    from baton.cases c where c.id = m.case_id and m.author_kind <> 'baton'`);
  // One agent, of another team, has held some and sees nothing else.
  await client.query(`
    insert into baton.case_agents (case_id, agent_id, held, follows)
    select c.id, (
      select m.agent_id from baton.team_members m join baton.teams t on t.id = m.team_id
      where t.level = 2 and m.agent_id <> t.lead_id order by m.agent_id limit 1), true, false
    from baton.cases c where c.number % 500 = 0`);
  await client.end();
  await indexForSearch(url);
  line('written in', `${Math.round((performance.now() - begun) / 1000)} s`);
}

/** How much there is to be searched, and how much its index takes (bytes). */
export async function sizeOf(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ cases: number; messages: number; index: number }>(`
    select (select count(*)::int from baton.cases) as cases,
      (select count(*)::int from baton.messages) as messages,
      pg_total_relation_size('baton.search_documents')::float as index`);
  await client.end();
  return rows[0]!;
}
