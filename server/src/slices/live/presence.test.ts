import type { Presence as Shown } from '@baton/contract';
import { beforeAll, expect, test } from 'vitest';
import { afterThisFile } from '../../../test/cleanup.ts';
import { type TestDeps, testDeps } from '../../../test/deps.ts';
import { askAs, type Ask } from '../../../test/http.ts';
import { foundPyramid, type Pyramid } from '../../../test/pyramid.ts';
import { buildApp } from '../../app.ts';
import { newId } from '../../platform/ids.ts';
import { listenToOthers } from '../../platform/live-listener.ts';
import { openLive } from '../../platform/live.ts';
import { createKey } from '../auth/index.ts';
import { Presence } from './presence.ts';

let deps: TestDeps;
let elsewhere: TestDeps;
let people: Pyramid;
let caseId: string;
let ana: Ask;
let tom: Ask;
let stranger: Ask;
let admin: Ask;

beforeAll(async () => {
  deps = await testDeps();
  elsewhere = { ...deps, live: openLive(deps.db, deps.log) };
  people = await foundPyramid(deps, [2, 2, 1]);
  const [here, there] = [await buildApp(deps), await buildApp(elsewhere)];
  afterThisFile(() => here.close());
  afterThisFile(() => there.close());
  for (const one of [deps, elsewhere]) {
    const listener = await listenToOthers(one, { checkEveryMs: 200, answerMs: 2_000 });
    afterThisFile(() => listener.stop());
  }
  const as = async (app: typeof here, role: 'agent' | 'admin', agentId?: string) => {
    const key = { name: role, role, ...(agentId && { agentId }) };
    return askAs(app, { authorization: `Bearer ${await createKey(deps, key)}` });
  };
  const [anaId, tomId] = people.agents[0] as [string, string];
  ana = await as(here, 'agent', anaId);
  tom = await as(there, 'agent', tomId);
  stranger = await as(here, 'agent', people.agents[1][1]);
  admin = await as(here, 'admin');
  const { body } = await admin('POST', '/api/cases', {
    customer: { email: 'kim@example.com' },
    subject: 'No light',
    text: 'The lamp does not light.',
  });
  caseId = body.id;
});

const desk = newId();
const at = (id = caseId, page = desk) => `/api/cases/${id}/presence/${page}`;
const othersFor = async (ask: Ask): Promise<string[]> => {
  const { body } = await ask('PUT', at(caseId, newId()), { doing: 'looks' });
  return (body as Shown).others.map(({ agent, doing }) => `${agent.name} ${doing}`);
};

test('whoever is in a case is told who else is, at whatever server they are', async () => {
  const [, tomId] = people.agents[0] as [string, string];
  expect((await ana('PUT', at(), { doing: 'looks' })).body).toEqual({ case: caseId, others: [] });
  await expect.poll(() => othersFor(tom)).toEqual(['Front line 1 looks']);
  await ana('PUT', at(), { doing: 'replies' });
  await expect.poll(() => othersFor(tom)).toEqual(['Front line 1 replies']);
  expect((await ana('PUT', at(), { doing: 'notes' })).body.others).toMatchObject([
    { agent: { id: tomId, name: 'Front line 2' }, doing: 'looks' },
  ]);
  expect((await ana('DELETE', at())).status).toBe(204);
  await expect.poll(() => othersFor(tom)).toEqual([]);
});

test('is said and told to those only who may see the case', async () => {
  expect((await stranger('PUT', at(), { doing: 'looks' })).status).toBe(404);
  expect((await admin('PUT', at(), { doing: 'looks' })).status).toBe(400);
});

test('ends by itself on every server when nothing is heard, and with the right to enter', async () => {
  const times = { countsMs: 1500, tellMs: 100, lookMs: 50 };
  const changes: string[] = [];
  const [here, there] = [
    new Presence(deps, () => {}, times),
    new Presence(elsewhere, (cases) => changes.push(...cases), times),
  ];
  afterThisFile(async () => [here, there].forEach((one) => one.close()));
  const [agent, other] = people.agents[0] as [string, string];
  const lamp = newId();
  const place = { agent, desk: newId(), case: lamp, doing: 'looks' };
  here.say(place);
  await expect.poll(() => there.agentsAt(lamp)).toEqual(new Set([agent]));
  const heard = changes.filter((id) => id === lamp).length;
  // Said again and again, it goes on to count; nobody is told, because nothing changed.
  for (let beat = 0; beat < 18; beat++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    here.say(place);
    expect(there.agentsAt(lamp)).toEqual(new Set([agent]));
  }
  expect(changes.filter((id) => id === lamp).length).toBe(heard);
  await expect.poll(() => there.agentsAt(lamp)).toEqual(new Set());
  expect(here.agentsAt(lamp)).toEqual(new Set());
  here.say({ ...place, agent: other });
  await expect.poll(() => there.agentsAt(lamp)).toEqual(new Set([other]));
  deps.live.tell({ actors: [other] });
  await expect.poll(() => there.agentsAt(lamp)).toEqual(new Set());
});
