import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LedgerLine } from '@baton/contract';
import { afterThisFile } from '../../../test/cleanup.ts';
import { askAs } from '../../../test/http.ts';
import { buildApp } from '../../app.ts';
import { dayMs, minuteMs, secondMs } from '../../kernel/duration.ts';
import { createKey } from '../auth/index.ts';
import { mailAgents } from '../mail/commands/mail-agents.ts';
import { PostOffice, runMailWork } from '../mail/testing.ts';
import { forgetOldNotices } from '../notices/index.ts';
import { tellAgents } from './commands/tell-agents.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await PostOffice.open();
  await office.deps.db.updateTable('baton.agents').set({ email: 'tom@desk.test' }).execute();
});
afterAll(() => office.close());

async function desk() {
  const app = await buildApp(office.deps);
  afterThisFile(() => app.close());
  const as = async (agentId?: string) => {
    const key = { name: 'looks', role: 'admin', ...(agentId && { agentId }) } as const;
    return askAs(app, { authorization: `Bearer ${await createKey(office.deps, key)}` });
  };
  return { admin: await as(), head: await as(office.head.id!) };
}

const waysOf = ({ desk: d, mail, push }: LedgerLine) =>
  [d, mail, push].map(({ state, reason }) => [state, reason]);

test('the ledger says of each who was told, how and when, held until when, or why not', async () => {
  const { admin, head } = await desk();
  const { case_id: id } = await office.arrive({});
  const lines = async (): Promise<LedgerLine[]> =>
    (await admin('GET', `/api/cases/${id}/notices`)).body.items;
  expect((await lines()).map(waysOf)).toEqual([
    [
      ['held', 'gathering'],
      ['held', 'gathering'],
      ['held', 'gathering'],
    ],
  ]);
  office.deps.clock.travel(11 * secondMs);
  await tellAgents(office.deps);
  office.deps.clock.travel(minuteMs);
  await mailAgents(office.deps);
  expect(waysOf((await lines())[0]!)).toEqual([
    ['told', null],
    ['held', 'sending'],
    ['not_told', 'no_device'],
  ]);
  await runMailWork(office.deps);
  const [came] = await lines();
  expect(came).toMatchObject({
    agent: { id: office.head.id },
    kind: 'case_came',
    case: { id },
    seq: 1,
    mail: { state: 'told', at: expect.any(String), others: 0 },
  });
  const day = { from: came!.at, to: new Date(Date.parse(came!.at) + dayMs).toISOString() };
  const query = new URLSearchParams({ agent: office.head.id!, ...day });
  const ledger = (await admin('GET', `/api/notice-ledger?${query.toString()}`)).body
    .items as LedgerLine[];
  expect(ledger.map((line) => line.id)).toContain(came!.id);
  expect((await head('GET', '/api/notices')).body.items).toHaveLength(1);
});

test('nobody is told of their own act, and the ledger says so', async () => {
  const { admin, head } = await desk();
  const customer = { email: 'own@customer.test', name: 'Own Act' };
  const opened = await head('POST', '/api/cases', { customer, subject: 'Mine', text: 'Help!' });
  const { items } = (await admin('GET', `/api/cases/${opened.body.id}/notices`)).body;
  expect(items.map(waysOf)).toEqual([
    [
      ['not_told', 'own_act'],
      ['not_told', 'own_act'],
      ['not_told', 'own_act'],
    ],
  ]);
  expect(
    (await admin('GET', '/api/cases/018f2b7c-0000-7000-8000-000000000000/notices')).status,
  ).toBe(404);
});

test('it is forgotten after as many days as the company says, but for what is under way', async () => {
  const { admin } = await desk();
  const count = async () =>
    (await admin('GET', '/api/notice-ledger?limit=200')).body.items.length as number;
  await office.arrive({ from: 'late@customer.test' });
  const before = await count();
  expect(before).toBeGreaterThan(2);
  await forgetOldNotices(office.deps, new Date(), AbortSignal.timeout(5000));
  expect(await count()).toBe(before);
  const later = office.deps.clock.shift(new Date(Date.now() + 500 * dayMs));
  await forgetOldNotices(office.deps, later, AbortSignal.timeout(5000));
  expect(await count()).toBe(1);
});
