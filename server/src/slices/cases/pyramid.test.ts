import type { HandsOfAgent, Pyramid } from '@baton/contract';
import { beforeAll, expect, test } from 'vitest';
import { afterThisFile } from '../../../test/cleanup.ts';
import { type TestDeps, testDeps } from '../../../test/deps.ts';
import { askAs, type Ask } from '../../../test/http.ts';
import { foundPyramid, type Pyramid as People } from '../../../test/pyramid.ts';
import { buildApp } from '../../app.ts';
import { hourMs } from '../../kernel/duration.ts';
import type { App } from '../../platform/http-types.ts';
import { createKey } from '../auth/index.ts';
import { sweep } from './index.ts';

let deps: TestDeps;
let app: App;
let people: People;
let admin: Ask;

beforeAll(async () => {
  deps = await testDeps();
  people = await foundPyramid(deps, [2, 2, 1]);
  app = await buildApp(deps);
  afterThisFile(() => app.close());
  admin = await as('admin');
});

async function as(role: 'admin' | 'lead' | 'agent', agentId?: string): Promise<Ask> {
  const key = { name: 'looks', role, ...(agentId && { agentId }) };
  return askAs(app, { authorization: `Bearer ${await createKey(deps, key)}` });
}

const look = async (ask: Ask): Promise<Pyramid> => (await ask('GET', '/api/pyramid')).body;
const handsOf = ({ levels }: Pyramid, agentId: string): HandsOfAgent | undefined =>
  levels
    .flatMap(({ teams }) => teams)
    .flatMap(({ hands }) => hands)
    .find(({ agent }) => agent.id === agentId);

async function open(urgency: 'normal' | 'urgent' = 'normal') {
  const { body } = await admin('POST', '/api/cases', {
    customer: { email: 'kim@example.com' },
    subject: 'No light',
    text: 'The lamp does not light.',
    urgency,
  });
  return { id: body.id as string, number: body.number as number, owner: body.owner.id as string };
}

test('shows each pair of hands with what goes up first, and how much room there is', async () => {
  await admin('PATCH', '/api/levels/1', { holding: { urgent: 'PT30M' } });
  const early = await open();
  await open();
  deps.clock.travel(hourMs);
  const pressing = await open('urgent');
  const seen = await look(admin);
  expect(seen).toMatchObject({ open: 3, hands: 2, dueSoon: 1, lapsed: 0, lastAtTop: null });
  const [frontLine, specialists, office] = seen.levels;
  expect(frontLine).toMatchObject({ name: 'Front line', open: 3, dueSoon: 1, room: 37 });
  expect(frontLine!.nextDue).toBe(handsOf(seen, pressing.owner)!.rings[0]!.clock.due);
  expect(specialists).toMatchObject({ open: 0, nextDue: null, room: 40, holdingTime: 'PT20H' });
  expect(office!.teams[0]!.hands).toMatchObject([{ open: 0, rings: [], present: true }]);
  const theirs = handsOf(seen, pressing.owner)!;
  expect(theirs).toMatchObject({ open: 2, dueSoon: 1, capacity: 20, full: false, onShift: true });
  expect(theirs.rings[0]).toMatchObject({
    number: pressing.number,
    clock: { holdingTime: 'PT30M' },
  });
  expect(handsOf(seen, early.owner)!.rings.at(-1)!.clock.remaining).toMatch(/^PT1(8H59M|9H)/);
});

test('tells of teams whose cases one may not see how much they hold, and no more', async () => {
  const [, agent] = people.agents[0];
  const [lead] = people.agents[1];
  const below = await look(await as('agent', agent));
  expect(below.levels[0]!.teams[0]).toMatchObject({ seen: true });
  expect(below.levels[1]!.teams[0]).toMatchObject({ seen: false, hands: [], open: 0 });
  const above = await look(await as('lead', lead));
  expect(above.levels.map(({ teams }) => teams[0]!.seen)).toEqual([true, true, false]);
});

test('says whose cases went up by themselves, and who is away', async () => {
  const [away] = people.agents[1] as [string, string];
  await admin('POST', '/api/absences', { agent: away, reason: 'sick' });
  deps.clock.travel(21 * hourMs);
  await sweep(deps);
  const seen = await look(admin);
  expect(seen).toMatchObject({ open: 3, lapsed: 3 });
  expect(seen.levels.map(({ open: held, lapsed }) => [held, lapsed])).toEqual([
    [0, 3],
    [3, 0],
    [0, 0],
  ]);
  expect(seen.levels[0]!.teams[0]!.hands.reduce((sum, one) => sum + one.lapsed, 0)).toBe(3);
  expect(handsOf(seen, away)).toMatchObject({ present: false, open: 0 });
});

test('lists what ran out at the top with who answers for it, to those who see the case', async () => {
  for (const _ of [1, 2]) {
    deps.clock.travel(21 * hourMs);
    await sweep(deps);
  }
  const [head] = people.agents[2] as [string];
  const first = (await admin('GET', '/api/accountability?limit=2')).body;
  const rest = (await admin('GET', `/api/accountability?limit=2&cursor=${first.next}`)).body;
  const all = [...first.items, ...rest.items];
  expect(rest.next).toBeNull();
  expect(new Set(all.map((entry) => entry.case.id)).size).toBe(3);
  expect(all[0]).toMatchObject({ level: 3, owner: { id: head }, answerable: { id: head } });
  expect((await look(admin)).lastAtTop).toBe(all[0].lapsedAt);
  const [, stranger] = people.agents[1] as [string, string];
  const seenByOthers = (await (await as('agent', stranger))('GET', '/api/accountability')).body;
  for (const entry of seenByOthers.items) {
    expect((await (await as('agent', stranger))('GET', `/api/cases/${entry.case.id}`)).status).toBe(
      200,
    );
  }
});
