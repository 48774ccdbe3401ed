import { beforeAll, describe, expect, test } from 'vitest';
import { afterThisFile } from '../../../test/cleanup.ts';
import { type TestDeps, testDeps } from '../../../test/deps.ts';
import { askAs, type Ask } from '../../../test/http.ts';
import { foundPyramid, type Pyramid } from '../../../test/pyramid.ts';
import { buildApp } from '../../app.ts';
import { listenToOthers } from '../../platform/live-listener.ts';
import { openLive } from '../../platform/live.ts';
import { createKey } from '../auth/index.ts';

type Told = { event: string; data: { cases?: { id: string; version: number; owner: string }[] } };
type Server = { deps: TestDeps; url: string; admin: Ask };

let company: Pyramid;
let here: Server;
let elsewhere: Server;

beforeAll(async () => {
  const deps = await testDeps();
  company = await foundPyramid(deps, [2, 2, 1]);
  here = await serve(deps);
  elsewhere = await serve({ ...deps, live: openLive(deps.db, deps.log) });
});

/** A server that listens, and hears others on the same database. */
async function serve(deps: TestDeps): Promise<Server> {
  const app = await buildApp(deps);
  await app.listen({ port: 0, host: '127.0.0.1' });
  afterThisFile(() => app.close());
  const listener = await listenToOthers(deps, { checkEveryMs: 200, answerMs: 2_000 });
  afterThisFile(() => listener.stop());
  const { port } = app.server.address() as { port: number };
  const key = await createKey(deps, { name: 'a', role: 'admin' });
  const admin = askAs(app, { authorization: `Bearer ${key}` });
  return { deps, url: `http://127.0.0.1:${port}`, admin };
}

/** Watches as an agent until the end of the file; what was told so far, and how it ended. */
async function watch(server: Server, agentId: string) {
  const key = await createKey(server.deps, { name: agentId, role: 'agent', agentId });
  const stop = new AbortController();
  afterThisFile(async () => stop.abort());
  const answer = await fetch(`${server.url}/api/live`, {
    headers: { authorization: `Bearer ${key}`, accept: 'text/event-stream' },
    signal: stop.signal,
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  const told: Told[] = [];
  const ended = (async () => {
    let text = '';
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + chunk).split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
        if (event) told.push({ event, data: JSON.parse(data!) });
      }
    }
  })().catch(() => {});
  return { told, ended, casesTold: () => told.flatMap(({ data }) => data.cases ?? []) };
}

async function open(server: Server) {
  const { body } = await server.admin('POST', '/api/cases', {
    customer: { name: 'Maria', email: 'maria@lund.example' },
    subject: 'Charged twice',
    text: 'Twice in August.',
  });
  return { id: body.id as string, ownerId: body.owner.id as string };
}

describe('the stream of what changes', () => {
  test('tells a desk at any server of a new case and of each change, by version and owner', async () => {
    const [agent] = company.agents[0];
    const desks = [await watch(here, agent!), await watch(elsewhere, agent!)];
    const { id, ownerId } = await open(here);
    for (const { casesTold } of desks) {
      await expect.poll(casesTold).toContainEqual({ id, version: 1, owner: ownerId });
    }
    await elsewhere.admin('POST', `/api/cases/${id}/notes`, { text: 'Seen.' });
    for (const { casesTold } of desks) {
      await expect.poll(casesTold).toContainEqual({ id, version: 2, owner: ownerId });
    }
  });

  test('does not tell of what one may not see', async () => {
    const [, above] = company.agents[1];
    const [agent] = company.agents[0];
    const sees = await watch(here, agent!);
    const not = await watch(here, above!);
    const { id } = await open(elsewhere);
    await expect.poll(() => sees.casesTold().map((one) => one.id)).toContain(id);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(not.casesTold()).toEqual([]);
  });

  test('says that news were missed when a server heard nothing for a while', async () => {
    const [agent] = company.agents[0];
    const desk = await watch(elsewhere, agent!);
    await here.deps.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'baton live' and datname = current_database()`,
    );
    await expect.poll(() => desk.told.map(({ event }) => event)).toContain('missed');
    const { id } = await open(here);
    await expect.poll(() => desk.casesTold().map((one) => one.id)).toContain(id);
  });

  test('ends at every server when what an agent may do changes', async () => {
    const [agent, other] = company.agents[0];
    const theirs = await watch(elsewhere, agent!);
    const others = await watch(elsewhere, other!);
    await here.admin('PATCH', `/api/agents/${agent}`, { name: 'Somebody Else' });
    await theirs.ended;
    const { id } = await open(here);
    await expect.poll(() => others.casesTold().map((one) => one.id)).toContain(id);
    expect(theirs.casesTold()).toEqual([]);
  });

  test('is kept open so many times for one agent, the oldest ending first', async () => {
    const [, agent] = company.agents[0];
    const first = await watch(here, agent!);
    const later = [];
    for (let count = 0; count < 20; count++) later.push(await watch(here, agent!));
    await first.ended;
    const { id } = await open(here);
    for (const { casesTold } of later) {
      await expect.poll(() => casesTold().map((one) => one.id)).toContain(id);
    }
  });

  test('minds no notification that is none of ours: desks are told to ask again', async () => {
    const desk = await watch(here, company.agents[0][0]!);
    await here.deps.pool.query(`select pg_notify('baton_live', 'hello')`);
    await expect.poll(() => desk.told.map(({ event }) => event)).toContain('missed');
  });

  test('is given only to who asks for a stream', async () => {
    expect(await here.admin('GET', '/api/live')).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    });
  });
});
