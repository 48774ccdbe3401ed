import pg from 'pg';
import { createKey } from '../server/src/slices/auth/index.ts';
import { spreadOverTeams } from './big-company.ts';
import { withDeps } from './founding.ts';
import { HttpClient } from './http-client.ts';
import { fillWithCases } from './many-cases.ts';
import type { BenchPostgres } from './postgres.ts';
import { startServe } from './processes.ts';
import { line, megabytes, section } from './report.ts';
import { timed } from './rounds.ts';
import { indexForSearch } from './search-index.ts';
import { addRound, compare, compareHead, newSide } from './sides.ts';

const size = { agents: [150, 42, 8] as [number, number, number], closed: 0, inHands: 250 };
const copies = 399;
const looksARound = 10;
const rounds = 6;

/** The least that one would ask by hand: of each pair of hands how many, how soon, which first. */
const plainly = `
  select c.team_id, c.owner_id, count(*)::int as open, min(c.due_at) as next_due,
    count(*) filter (where c.due_at < now() + interval '1 hour')::int as due_soon,
    (select jsonb_agg(jsonb_build_array(r.id, r.number, r.due_at, r.holding_ms) order by r.due_at)
     from (select * from baton.cases f where f.owner_id = c.owner_id and f.team_id = c.team_id
       and f.status = 'open' order by f.due_at limit 24) r) as first
  from baton.cases c where c.status = 'open' group by c.team_id, c.owner_id`;

/** A hundred thousand open cases in the hands of two hundred agents in thirty teams. */
export async function measurePyramid(postgres: BenchPostgres): Promise<void> {
  const url = await postgres.database();
  const env = await fillWithCases(postgres, url, { ...size, copies });
  await indexForSearch(url);
  await spreadOverTeams(url);
  const key = await withDeps(env, (deps) => createKey(deps, { name: 'bench', role: 'admin' }));
  const server = await startServe(env);
  const clients = Array.from({ length: 20 }, () => new HttpClient(server.port, key));
  const [client] = clients as [HttpClient];
  const plain = new pg.Client({ connectionString: url });
  await plain.connect();
  const { open } = (await client.send('GET', '/api/pyramid')) as { open: number };
  section(`The pyramid with ${open} open cases, over HTTP`);
  const answer = JSON.stringify(await client.send('GET', '/api/pyramid'));
  line('one answer', `${Math.round(answer.length / 1000)} kB`);
  await compareSides(client, plain, { postmaster: postgres.postmaster, pid: server.pid });
  await measureMany(clients);
  line('resident memory afterwards', megabytes(await server.memory()));
  await plain.end();
  for (const one of clients) one.close();
  await server.stop();
}

/** Looks by the API and by plain SQL in turns. */
async function compareSides(
  client: HttpClient,
  plain: pg.Client,
  processes: { postmaster: number; pid: number },
): Promise<void> {
  const looks = (look: () => Promise<unknown>) =>
    timed(async () => {
      for (let index = 0; index < looksARound; index++) await look();
      return looksARound;
    });
  const [ours, theirs] = [newSide(), newSide()];
  for (let round = 0; round < rounds; round++) {
    const sides = [
      () => addRound(ours, processes, () => looks(() => client.send('GET', '/api/pyramid'))),
      () => addRound(theirs, processes, () => looks(() => plain.query(plainly))),
    ];
    for (const side of round % 2 ? sides.toReversed() : sides) await side();
  }
  compareHead();
  compare('looks, one after the other', ours, theirs);
}

/** Whoever looks while another look runs shares the next one. */
async function measureMany(clients: HttpClient[]): Promise<void> {
  const { count, seconds } = await timed(async () => {
    const look = async (client: HttpClient) => {
      for (let index = 0; index < looksARound; index++) await client.send('GET', '/api/pyramid');
    };
    await Promise.all(clients.map(look));
    return clients.length * looksARound;
  });
  line(`${clients.length} that look at once`, `${Math.round(count / seconds)} /s`);
}
