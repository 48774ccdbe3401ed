import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAs } from '../../../test/http.ts';
import { buildApp } from '../../app.ts';
import { dayMs, hourMs } from '../../kernel/duration.ts';
import { instant, runCommand } from '../../platform/db.ts';
import { newId } from '../../platform/ids.ts';
import { createKey } from '../auth/index.ts';
import { accountCsv } from './commands/account-csv.ts';
import { accountLines } from './commands/account-lines.ts';
import { checkAccount } from './commands/check-account.ts';
import { readToRelease, releaseInbound } from './commands/release-inbound.ts';
import { setInboundAside } from './commands/set-inbound-aside.ts';
import { checks } from './checks.ts';
import { presentAccountLine } from './present.ts';
import { listDoors } from './store/channels.ts';
import { PostOffice, runMailWork } from './testing.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await PostOffice.open();
});
afterAll(() => office.close());

async function release(id: string) {
  const reading = await readToRelease(office.deps, id);
  await runCommand(office.deps, office.head, (ctx) => releaseInbound(ctx, id, reading));
  await runMailWork(office.deps);
  return office.inbound(id);
}

const setAside = (id: string) =>
  runCommand(office.deps, office.head, (ctx) => setInboundAside(ctx, id, 'spam'));

describe('a message that stands apart is released', () => {
  test('set aside: it opens a case, without a receipt', async () => {
    office.relay.arrived.length = 0;
    const row = await office.arrive({ from: 'spam@x.test', 'X-Spam-Flag': 'YES' });
    expect(await release(row.id)).toMatchObject({ outcome: 'opened', reason: 'new' });
    expect(office.relay.arrived).toHaveLength(0);
  });

  test('a duplicate that was none: it joins the case it belongs to', async () => {
    const opened = await office.arrive({ from: 'twice@x.test' });
    await office.reply(opened.case_id);
    const { mail } = office.relay.arrived.at(-1)!;
    const answer = {
      from: 'twice@x.test',
      'In-Reply-To': mail.messageId,
      'Message-ID': '<t@x.test>',
    };
    await office.arrive(answer);
    const again = await office.arrive({ ...answer, text: 'Something else under the same id.' });
    expect(again).toMatchObject({ outcome: 'duplicate', reason: 'second_copy_differs' });
    expect(await release(again.id)).toMatchObject({ outcome: 'joined', case_id: opened.case_id });
  });

  test('a loop and a bounce, which a person takes for something else', async () => {
    const loop = await office.arrive(Buffer.from(office.relay.arrived.at(-1)!.raw));
    const bounce = await office.arrive(
      office.rawOf({ from: 'postmaster@x.test', Subject: 'Delivery failure of your parcel' }),
      { from: '' },
    );
    expect([loop.outcome, bounce.outcome]).toEqual(['loop', 'bounce']);
    expect(await release(bounce.id)).toMatchObject({ outcome: 'opened' });
    expect(['opened', 'joined']).toContain((await release(loop.id)).outcome);
  });

  test('only once', async () => {
    const row = await office.arrive({ from: 'once@x.test', 'X-Spam-Flag': 'YES' });
    await release(row.id);
    await expect(release(row.id)).rejects.toMatchObject({ code: 'wrong_status' });
  });
});

describe('a message is set aside as a whole', () => {
  test('one that waits, so that it opens no case', async () => {
    const id = await office.hand(office.rawOf({ from: 'wait@x.test' }), { from: 'wait@x.test' });
    await setAside(id);
    await runMailWork(office.deps);
    expect(await office.inbound(id)).toMatchObject({
      outcome: 'set_aside',
      reason: 'spam',
      sender: 'wait@x.test',
      case_id: null,
    });
    expect(await release(id)).toMatchObject({ outcome: 'opened' });
  });

  test('one that opened a case, with the case', async () => {
    const row = await office.arrive({ from: 'opened@x.test' });
    await setAside(row.id);
    expect(await office.case(row.case_id)).toMatchObject({ status: 'set_aside' });
    expect((await office.inbound(row.id)).outcome).toBe('opened');
    const acts = office.deps.db.selectFrom('baton.inbound_acts').selectAll();
    expect(await acts.where('inbound_id', '=', row.id).execute()).toMatchObject([
      { act: 'set_aside', outcome: 'opened', actor_id: office.head.id },
    ]);
  });

  test('not one that joined a case', async () => {
    const opened = await office.arrive({ from: 'joins@x.test' });
    const { number } = await office.case(opened.case_id);
    const joined = await office.arrive({ from: 'joins@x.test', Subject: `More [#${number}]` });
    expect(joined.outcome).toBe('joined');
    await expect(setAside(joined.id)).rejects.toMatchObject({ code: 'wrong_status' });
  });
});

const noticesOf = (kind: string) =>
  office.deps.db.selectFrom('baton.notices').selectAll().where('kind', '=', kind).execute();

describe('days that are over', () => {
  test('stay as they were written down; what is gone is seen, told once, and found', async () => {
    office.deps.clock.travel(dayMs + 2 * hourMs);
    await checkAccount(office.deps);
    expect(await noticesOf('mail_account_off')).toEqual([]);
    const lines = (await accountLines(office.deps, {})).map(presentAccountLine);
    expect(lines.every(({ difference }) => difference === 0)).toBe(true);
    const [lost] = await office.deps.db
      .selectFrom('baton.inbound')
      .selectAll()
      .where('outcome', '=', 'joined')
      .limit(1)
      .execute();
    // As if a message had been taken out of the day.
    const moved = new Date(lost!.received_at.getTime() + 40 * dayMs);
    const put = (received_at: Date) =>
      office.deps.db
        .updateTable('baton.inbound')
        .set({ received_at })
        .where('id', '=', lost!.id)
        .execute();
    await put(moved);
    const [off] = (await accountLines(office.deps, {})).map(presentAccountLine);
    expect(off).toMatchObject({ difference: 1 });
    await checkAccount(office.deps);
    await checkAccount(office.deps);
    expect(await noticesOf('mail_account_off')).toMatchObject([
      { agent_id: office.head.id, data: { day: off!.day } },
    ]);
    const check = checks.find(({ name }) => name === 'Days that are over stay as they were')!;
    expect(await check.find(office.deps)).toHaveLength(1);
    await put(lost!.received_at);
  });

  test('as a table: quoted, and nothing that a spreadsheet would run', () => {
    const sums = { opened: 1, joined: 0, setAside: 0, bounces: 0, loops: 0, duplicates: 0 };
    const line = {
      channel: { id: newId(), name: '=1+1, "Help"' },
      day: '2026-03-04',
      received: 1,
      ...sums,
      held: 0,
      processing: 0,
      difference: 0,
    };
    expect(accountCsv([line]).split('\r\n')[1]).toBe(
      `2026-03-04,"'=1+1, ""Help""",1,1,0,0,0,0,0,0,0,0`,
    );
  });
});

test('what waits for too long is told of once a day, however many servers look', async () => {
  const id = await office.hand(office.rawOf({ from: 'waits@x.test' }));
  const before = (await noticesOf('mail_account_off')).length;
  const toldSince = async () => (await noticesOf('mail_account_off')).length - before;
  office.deps.clock.travel(2 * hourMs);
  await Promise.all([checkAccount(office.deps), checkAccount(office.deps)]);
  await checkAccount(office.deps);
  expect(await toldSince()).toBe(1);
  office.deps.clock.travel(dayMs);
  await checkAccount(office.deps);
  expect(await toldSince()).toBe(2);
  await runMailWork(office.deps);
  expect((await office.inbound(id)).outcome).toBe('opened');
});

test('a channel that is silent for unusually long is told of once; a new one never', async () => {
  const [door] = await listDoors(office.deps.db);
  const now = await instant(office.deps.db, office.deps);
  const hourly = Array.from({ length: 24 * 40 }, (_, hour) => ({
    id: newId(),
    channel_id: door!.id,
    door: 'smtp',
    received_at: new Date(now.getTime() - 45 * dayMs + hour * hourMs),
    envelope_from: '',
    recipients: ['support@acme.test'],
    raw_sha256: '0'.repeat(64),
    raw_size: 1,
    outcome: 'loop',
    reason: 'own_message',
    decided_at: now,
  }));
  // Another channel, whose last message came five days ago.
  const channel = newId();
  const brand = await office.deps.db
    .selectFrom('baton.brands')
    .select('id')
    .executeTakeFirstOrThrow();
  await office.deps.db
    .insertInto('baton.channels')
    .values({
      id: channel,
      name: 'Quiet',
      address: 'q@acme.test',
      brand_id: brand.id,
      created_at: now,
    })
    .execute();
  const rows = hourly.map((row) => ({ ...row, channel_id: channel }));
  await office.deps.db.insertInto('baton.inbound').values(rows).execute();
  await checkAccount(office.deps);
  await checkAccount(office.deps);
  const told = await noticesOf('channel_silent');
  expect(told).toMatchObject([{ agent_id: office.head.id, data: { channel } }]);
  await office.deps.db.deleteFrom('baton.inbound').where('channel_id', '=', channel).execute();
  await office.deps.db.deleteFrom('baton.mail_days').where('channel_id', '=', channel).execute();
});

test('any message can be looked into: what it says, who wrote it, the way it took', async () => {
  const app = await buildApp(office.deps);
  const key = await createKey(office.deps, { name: 'looks', role: 'admin' });
  const ask = askAs(app, { authorization: `Bearer ${key}` });
  const mail = [
    'From: Maria <look@x.test>\r\nTo: support@acme.test\r\nX-Spam-Flag: YES',
    'Auto-Submitted: auto-generated\r\nContent-Type: multipart/mixed; boundary=b\r\n',
    '--b\r\nContent-Type: text/plain\r\n\r\nPlease look.\r\n--b',
    'Content-Type: text/csv; name="a b.csv"\r\nContent-Disposition: attachment\r\n\r\n1;2\r\n--b--',
  ];
  const { id } = await office.arrive(Buffer.from(mail.join('\r\n')), { from: 'look@x.test' });
  await release(id);
  const { status, body } = await ask('GET', `/api/mail/inbound/${id}/reading`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    from: 'Maria <look@x.test>',
    to: ['support@acme.test'],
    text: expect.stringContaining('Please look.'),
    writer: 'auto_generated',
    authentication: 'unknown',
    spam: true,
    files: [{ place: 0, name: 'a b.csv', type: 'text/csv' }],
    steps: [
      { step: 'received' },
      { step: 'released', outcome: 'set_aside', reason: 'suspected_spam' },
      { step: 'decided', outcome: 'opened', reason: 'new' },
    ],
  });
  expect(body.headers).toContainEqual({ name: 'x-spam-flag', value: 'YES' });
  const file = await ask('GET', `/api/mail/inbound/${id}/files/0`);
  expect(file.headers['content-disposition']).toContain("filename*=UTF-8''a%20b.csv");
  expect(String(file.body)).toContain('1;2');
  expect((await ask('GET', `/api/mail/inbound/${id}/files/9`)).status).toBe(404);
  const csv = await ask('GET', '/api/mail/account.csv');
  expect(csv.headers['content-type']).toContain('text/csv');
  await app.close();
});

test.each(checks.filter(({ name }) => name !== 'What is kept can be opened'))(
  'in the end all is accounted for: $name',
  async ({ find }) => {
    expect(await find(office.deps)).toEqual([]);
  },
);
