import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../kernel/duration.ts';
import { runCommand } from '../../platform/db.ts';
import { passUp } from '../cases/commands/pass-up.ts';
import { checks } from './checks.ts';
import { PostOffice, runMailWork } from './testing.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await PostOffice.open();
});
afterAll(() => office.close());
beforeEach(() => {
  office.relay.arrived.length = 0;
  office.relay.refuseRecipient = () => null;
  office.relay.refuseMessage = () => null;
});

test('passed up: the customer is told who holds the case now, once', async () => {
  const opened = await office.arrive({ from: 'up@x.test' });
  office.relay.arrived.length = 0;
  await runCommand(office.deps, office.head, (ctx) =>
    passUp(ctx, {
      caseId: opened.case_id!,
      reason: 'customer_asks_for_it',
      summary: 'Wants more.',
    }),
  );
  const work = await office.deps.db
    .selectFrom('baton.work')
    .selectAll()
    .where('task', '=', 'mail.moved')
    .execute();
  await runMailWork(office.deps);
  await office.deps.db
    .insertInto('baton.work')
    .values(work.map(({ task, payload }) => ({ task, payload: JSON.stringify(payload) })))
    .execute();
  await runMailWork(office.deps);
  expect(office.relay.arrived.map(({ mail }) => mail.text)).toEqual([
    expect.stringContaining('can decide more'),
  ]);
});

describe('sending', () => {
  test('what a relay cannot take now is tried again after 1, 5 and 15 minutes, under one Message-ID', async () => {
    const opened = await office.arrive({ from: 'later@x.test' });
    office.relay.arrived.length = 0;
    office.relay.refuseMessage = () => [451, 'try later'];
    const messageId = await office.reply(opened.case_id);
    const row = () =>
      office.deps.db
        .selectFrom('baton.outbound')
        .selectAll()
        .where('message_id', '=', messageId)
        .executeTakeFirstOrThrow();
    expect(await row()).toMatchObject({
      state: 'queued',
      attempts: 1,
      reason: expect.stringContaining('try later'),
    });
    await runMailWork(office.deps);
    expect((await row()).attempts).toBe(1);
    office.deps.clock.travel(61_000);
    await runMailWork(office.deps);
    expect((await row()).attempts).toBe(2);
    office.relay.refuseMessage = () => null;
    office.deps.clock.travel(5 * minuteMs + 1000);
    await runMailWork(office.deps);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 3 });
    expect(office.relay.arrived.map(({ mail }) => mail.messageId)).toEqual([(await row()).mime_id]);
  });

  test('after three days it is given up, and the case is told', async () => {
    const opened = await office.arrive({ from: 'never@x.test' });
    office.relay.refuseMessage = () => [451, 'try later'];
    const messageId = await office.reply(opened.case_id);
    for (let hour = 0; hour <= 73; hour++) {
      office.deps.clock.travel(hourMs + minuteMs);
      await runMailWork(office.deps);
    }
    const message = (await office.messages(opened.case_id)).find(({ id }) => id === messageId);
    expect(message).toMatchObject({
      delivery_state: 'refused',
      delivery_reason: expect.stringContaining('try later'),
    });
  }, 60_000);

  test('what a relay refuses for good is refused at once, in its words', async () => {
    const opened = await office.arrive({ from: 'unknown@x.test' });
    office.relay.refuseRecipient = () => [550, 'no such user here'];
    const messageId = await office.reply(opened.case_id);
    const message = (await office.messages(opened.case_id)).find(({ id }) => id === messageId);
    expect(message).toMatchObject({
      delivery_state: 'refused',
      delivery_reason: expect.stringContaining('no such user here'),
    });
  });

  test('without a relay mail is held', async () => {
    const without = { ...office.deps, settings: { ...office.deps.settings, smtpUrl: undefined } };
    const id = await office.hand(office.rawOf({ from: 'held@x.test' }));
    await runMailWork(without);
    await runMailWork(office.deps);
    expect(office.relay.arrived).toHaveLength(0);
    const { case_id } = await office.inbound(id);
    expect((await office.messages(case_id)).at(-1)).toMatchObject({
      delivery_state: 'held',
      delivery_reason: 'no_relay',
    });
  });
});

test.each(checks)('in the end all is accounted for: $name', async ({ find }) => {
  expect(await find(office.deps)).toEqual([]);
});
