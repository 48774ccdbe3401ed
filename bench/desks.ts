import { createKey } from '../server/src/slices/auth/index.ts';
import { withDeps } from './founding.ts';
import { HttpClient } from './http-client.ts';
import { fillWithCases } from './many-cases.ts';
import type { BenchPostgres } from './postgres.ts';
import { processorTime } from './processor-time.ts';
import { type Running, startServe } from './processes.ts';
import { line, megabytes, milliseconds, section, times } from './report.ts';
import { median, percentile } from './rounds.ts';

const desks = 50;
const changesARound = 40;
const rounds = 4;

/** Fifty desks that watch at one server: what a change costs, and when the last of them has heard. */
export async function measureDesks(postgres: BenchPostgres): Promise<void> {
  const url = await postgres.database();
  const size = { agents: [desks, 10, 3] as [number, number, number], closed: 0, inHands: 50 };
  const env = await fillWithCases(postgres, url, { ...size, copies: 19 });
  const { admin, keys, caseId } = await withDeps(env, async (deps) => {
    const agents = await deps.db.selectFrom('baton.agents').select('id').limit(desks).execute();
    const { id } = await deps.db
      .selectFrom('baton.cases')
      .select('id')
      .where('status', '=', 'open')
      .executeTakeFirstOrThrow();
    const keyOf = ({ id: agentId }: { id: string }) =>
      createKey(deps, { name: 'bench', role: 'admin', agentId });
    return {
      admin: await keyOf(agents[0]!),
      keys: await Promise.all(agents.map(keyOf)),
      caseId: id,
    };
  });
  const server = await startServe(env);
  const client = new HttpClient(server.port, admin);
  const note = () => client.send('POST', `/api/cases/${caseId}/notes`, { text: 'Looked at it.' });
  await repeat(changesARound, note);
  section(`${desks} desks that watch at one server`);
  const before = await server.memory();
  const alone = await costOf(postgres, server, note, []);
  const watching = await Promise.all(keys.map((key) => watch(server.port, key)));
  const watched = await costOf(postgres, server, note, watching);
  line('a change, nobody watching', `${milliseconds(median(alone.processorMs))} CPU`);
  line('a change, all of them told', `${milliseconds(median(watched.processorMs))} CPU`);
  line('ratio', times(median(watched.processorMs) / median(alone.processorMs)));
  line('until the last has heard, p50', milliseconds(percentile(watched.heardMs, 50)));
  line('until the last has heard, p95', milliseconds(percentile(watched.heardMs, 95)));
  line(
    'memory for each desk',
    `${Math.round(((await server.memory()) - before) / desks / 1000)} kB`,
  );
  line('resident memory afterwards', megabytes(await server.memory()));
  for (const desk of watching) desk.close();
  client.close();
  await server.stop();
}

type Watching = { heard: () => number; close: () => void };

/** A desk's stream; counts what it was told. */
async function watch(port: number, key: string): Promise<Watching> {
  const stop = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${port}/api/live`, {
    headers: { authorization: `Bearer ${key}`, accept: 'text/event-stream' },
    signal: stop.signal,
  });
  let count = 0;
  const reading = async () => {
    const text = answer.body!.pipeThrough(new TextDecoderStream());
    for await (const chunk of text) count += chunk.split('event: cases').length - 1;
  };
  reading().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return { heard: () => count, close: () => stop.abort() };
}

/** Changes one after the other, each told before the next: CPU of each, and how long that took. */
async function costOf(
  { postmaster }: BenchPostgres,
  { pid }: Running,
  change: () => Promise<unknown>,
  watching: Watching[],
): Promise<{ processorMs: number[]; heardMs: number[] }> {
  const processorMs: number[] = [];
  const heardMs: number[] = [];
  const one = async () => {
    const before = watching.map(({ heard }) => heard());
    await change();
    const begun = performance.now();
    while (watching.some(({ heard }, place) => heard() === before[place])) await pause();
    heardMs.push(performance.now() - begun);
  };
  for (let round = 0; round < rounds; round++) {
    const { ms } = await processorTime(postmaster, pid, () => repeat(changesARound, one));
    processorMs.push(ms / changesARound);
  }
  return { processorMs, heardMs };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 2));

async function repeat(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let index = 0; index < count; index++) await work();
}
