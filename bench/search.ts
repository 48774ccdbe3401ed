import { loadavg } from 'node:os';
import { createKey } from '../server/src/slices/auth/index.ts';
import { withDeps } from './founding.ts';
import { HttpClient } from './http-client.ts';
import type { BenchPostgres } from './postgres.ts';
import { processorTime } from './processor-time.ts';
import { startServe } from './processes.ts';
import { line, megabytes, milliseconds, section, times } from './report.ts';
import { median, percentile } from './rounds.ts';
import { searchable, sizeOf } from './search-data.ts';

const rounds = 4;
const looksARound = 50;
const warmUps = 20;

type Question = {
  what: string;
  path: string | ((look: number) => string);
  by?: 'whoever sees few';
};

const q = (words: string) => `/api/search?q=${encodeURIComponent(words)}`;
/** Each kind of question as an agent would ask it; the first is what any request takes. */
const questions: Question[] = [
  { what: 'no search: one row, through the same door', path: '/api/saved-searches' },
  { what: 'a word in 50 cases', path: q('quetzal') },
  { what: 'a word in half of them', path: q('halfway') },
  { what: 'the same, by whoever sees few', path: q('halfway'), by: 'whoever sees few' },
  { what: 'the same and one of thousands', path: q('halfway w77') },
  { what: 'two Chinese characters in a tenth', path: q('退款') },
  { what: 'four Chinese characters', path: q('退款失败') },
  { what: 'two words as they stand', path: q('"halfway there"') },
  { what: 'two letters of a word', path: q('qu') },
  // What is asked for again is one look in the access log: the others write no row.
  { what: 'each time another word, written down', path: (look) => q(`w${1000 + look}`) },
  { what: 'a word that is nowhere', path: q('xylophone') },
  { what: 'only filters', path: '/api/search?status=open' },
];

/** A hundred thousand cases: how long an agent waits for what they look for, as they type it. */
export async function measureSearch(postgres: BenchPostgres): Promise<void> {
  const { url, env } = await searchable(postgres);
  const keys = await keysFor(env);
  const { cases, messages, index } = await sizeOf(url);
  const server = await startServe(env);
  const clients = {
    sees: new HttpClient(server.port, keys.sees),
    seesFew: new HttpClient(server.port, keys.seesFew),
  };
  section(
    `Search in ${cases} cases with ${messages} messages (index ${megabytes(index)}), over HTTP`,
  );
  line('load of the machine when it began', loadavg()[0]!.toFixed(1));
  await measureAll(clients, { postmaster: postgres.postmaster, pid: server.pid });
  line('load of the machine when it ended', loadavg()[0]!.toFixed(1));
  line('resident memory afterwards', megabytes(await server.memory()));
  for (const client of Object.values(clients)) client.close();
  await server.stop();
  await postgres.drop(url);
}

/** The keys of an agent of the front line, who sees all, and of one who sees their own few. */
async function keysFor(env: Record<string, string>) {
  return withDeps(env, async (deps) => {
    const agents = await deps.db
      .selectFrom('baton.team_members as m')
      .innerJoin('baton.teams as t', 't.id', 'm.team_id')
      .select(['m.agent_id', 't.level'])
      .whereRef('t.lead_id', '<>', 'm.agent_id')
      .orderBy('m.agent_id')
      .execute();
    const at = (level: number) => agents.find((one) => one.level === level)!.agent_id;
    const keyOf = (agentId: string) => createKey(deps, { name: 'bench', role: 'agent', agentId });
    return { sees: await keyOf(at(1)), seesFew: await keyOf(at(2)) };
  });
}

type Clients = Record<'sees' | 'seesFew', HttpClient>;
type Took = { all: number[]; processorMs: number };

/**
 * In turns, so that whatever else the machine does meets all of them. What a look costs in processor
 * time, database and server together, hardly depends on that: it is what a quiet machine would take.
 */
async function measureAll(
  clients: Clients,
  { postmaster, pid }: { postmaster: number; pid: number },
): Promise<void> {
  const took = new Map<Question, Took>();
  for (const question of questions) {
    await look(clients, question, { from: 0, count: warmUps });
    took.set(question, { all: [], processorMs: 0 });
  }
  for (let round = 0; round < rounds; round++) {
    for (const [question, sum] of took) {
      const from = warmUps + round * looksARound;
      const work = () => look(clients, question, { from, count: looksARound });
      const { result, ms } = await processorTime(postmaster, pid, work);
      sum.all.push(...result);
      sum.processorMs += ms;
    }
  }
  line('', 'p50', 'p95', 'least', 'CPU', '× no search');
  const plain = median(took.get(questions[0]!)!.all);
  for (const [{ what }, { all, processorMs }] of took) {
    const figures = [percentile(all, 50), percentile(all, 95), Math.min(...all)];
    const processor = processorMs / (rounds * looksARound);
    const ratio = times(median(all) / plain);
    line(what, ...[...figures, processor].map(milliseconds), ratio);
  }
}

/** Milliseconds that each of so many looks took. */
async function look(
  clients: Clients,
  { path, by }: Question,
  { from, count }: { from: number; count: number },
): Promise<number[]> {
  const client = by ? clients.seesFew : clients.sees;
  const took: number[] = [];
  for (let index = from; index < from + count; index++) {
    const started = performance.now();
    await client.send('GET', typeof path === 'string' ? path : path(index));
    took.push(performance.now() - started);
  }
  return took;
}
