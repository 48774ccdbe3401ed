import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayMs } from '../../kernel/duration.ts';
import { runCommand } from '../../platform/db.ts';
import { checks } from './checks.ts';
import { changeSettings } from './commands/change-settings.ts';
import { processInbound } from './commands/process-inbound.ts';
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

test('there and back: a letter becomes a case with a receipt, and its answers join', async () => {
  const opened = await office.arrive({});
  expect(opened).toMatchObject({ outcome: 'opened', reason: 'new', sender: 'maria@customer.test' });
  const { number, owner_id } = await office.case(opened.case_id);
  expect(owner_id).not.toBeNull();

  const [receipt] = office.relay.arrived;
  expect(receipt!.to).toEqual(['maria@customer.test']);
  expect(receipt!.mail.subject).toBe(`Re: My router is broken [#${number}]`);
  expect(receipt!.mail.from?.value[0]?.address).toBe('support@acme.test');
  expect(receipt!.mail.inReplyTo).toBe(opened.header_message_id);
  expect(receipt!.mail.headers.get('auto-submitted')).toBe('auto-replied');
  expect(receipt!.mail.headers.get('x-baton-loop')).toBeTruthy();
  expect(receipt!.mail.text).toContain('Head of the company');
  expect(receipt!.mail.text).toContain(String(number));
  expect(receipt!.raw).toContain('text/html');
  const replyTo = receipt!.mail.replyTo!.value[0]!.address!;
  expect(replyTo).toMatch(new RegExp(`^support\\+c${number}-[a-z2-7]{12}@acme\\.test$`));

  const joined = await office.arrive(
    {
      Subject: 'One thing more',
      to: [replyTo],
      text: 'The lamp is red.\n\nOn Tue, 3 Mar 2026 at 10:24, Baton wrote:\n> Hello',
    },
    { to: [replyTo] },
  );
  expect(joined).toMatchObject({
    outcome: 'joined',
    reason: 'reply_address',
    case_id: opened.case_id,
  });
  const last = (await office.messages(opened.case_id)).at(-1);
  expect(last).toMatchObject({ text: 'The lamp is red.', author_kind: 'customer', language: 'en' });
  expect(last!.quoted).toContain('> Hello');

  office.relay.arrived.length = 0;
  await office.reply(opened.case_id);
  const [mail] = office.relay.arrived;
  expect(mail!.mail.inReplyTo).toBe(joined.header_message_id);
  expect(mail!.mail.references).toContain(opened.header_message_id);
  expect(mail!.mail.headers.has('auto-submitted')).toBe(false);
  expect(mail!.mail.text).toContain('Please restart it.\n\nHead of the company\nBaton');
  expect((await office.messages(opened.case_id)).at(-1)).toMatchObject({ delivery_state: 'sent' });

  const byMessageId = await office.arrive({
    Subject: 'Other',
    'In-Reply-To': mail!.mail.messageId,
  });
  expect(byMessageId).toMatchObject({
    outcome: 'joined',
    reason: 'message_id',
    case_id: opened.case_id,
  });
  const byReference = await office.arrive({ References: `<x@y> ${opened.header_message_id}` });
  expect(byReference).toMatchObject({
    outcome: 'joined',
    reason: 'reference',
    case_id: opened.case_id,
  });
  const byNumber = await office.arrive({ Subject: `Problem [#${number}]` });
  expect(byNumber).toMatchObject({ outcome: 'joined', reason: 'number', case_id: opened.case_id });
});

test.each([
  ['en', 'Hello, my router does not work any more since yesterday.', 'Thank you for writing'],
  ['ro', 'Bună ziua, routerul meu nu mai funcționează de ieri seară.', 'Vă mulțumim'],
  ['hu', 'Jó napot kívánok, a routerem tegnap este óta nem működik.', 'Köszönjük'],
  ['zh', '您好，我的路由器从昨天晚上起就坏了。', '感谢您的来信'],
  ['ru', 'Здравствуйте, мой роутер со вчерашнего вечера не работает.', 'Спасибо'],
  ['da', 'Hej, min router har ikke virket siden i går aftes.', 'Tak, fordi du skrev'],
])('the receipt is in the language of the letter: %s', async (language, text, words) => {
  const from = `${language}@languages.test`;
  await office.arrive({ from, text, 'Content-Type': 'text/plain; charset=utf-8' });
  expect(office.relay.arrived[0]!.mail.text).toContain(words);
  const mail = await office.deps.db
    .selectFrom('baton.outbound')
    .select('language')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  expect(mail).toEqual({ language });
});

describe('once', () => {
  test('a mail that arrives again has no second effect; a differing copy is kept as one', async () => {
    const first = await office.arrive({ 'Message-ID': '<once@x.test>' });
    const again = await office.arrive({
      'Message-ID': '<once@x.test>',
      Received: 'by another way',
    });
    const differs = await office.arrive({ 'Message-ID': '<once@x.test>', text: 'Something else.' });
    expect(again).toMatchObject({
      outcome: 'duplicate',
      reason: 'same_message',
      duplicate_of: first.id,
    });
    expect(differs).toMatchObject({ outcome: 'duplicate', reason: 'second_copy_differs' });
    expect(await office.messages(first.case_id)).toHaveLength(2);
  });

  test('without Message-ID what it says decides', async () => {
    const mail = Buffer.from(
      'From: nomid@x.test\r\nSubject: x\r\nDate: Tue, 3 Mar 2026 10:00:00 +0000\r\n\r\nhello\r\n',
    );
    expect((await office.arrive(mail)).outcome).toBe('opened');
    expect((await office.arrive(mail)).outcome).toBe('duplicate');
    expect((await office.arrive(Buffer.concat([mail, Buffer.from('more')]))).outcome).toBe(
      'opened',
    );
  });

  test('after 30 days it is another one', async () => {
    const mail = { 'Message-ID': '<month@x.test>', from: 'month@x.test' };
    const first = await office.arrive(mail);
    await office.deps.db
      .updateTable('baton.inbound_once')
      .set({ at: new Date(Date.now() - 31 * dayMs) })
      .where('inbound_id', '=', first.id)
      .execute();
    await office.deps.db
      .updateTable('baton.inbound')
      .set({ received_at: new Date(Date.now() - 31 * dayMs) })
      .where('id', '=', first.id)
      .execute();
    expect((await office.arrive(mail)).outcome).toBe('opened');
  });

  test('work that is done twice, even at once, has one effect', async () => {
    const id = await office.hand(office.rawOf({ from: 'twice@x.test' }));
    await Promise.all([1, 2, 3].map(() => processInbound(office.deps, id)));
    await processInbound(office.deps, id);
    const row = await office.inbound(id);
    expect(row.outcome).toBe('opened');
    expect(
      (await office.messages(row.case_id)).filter(({ direction }) => direction === 'in'),
    ).toHaveLength(1);
    await runMailWork(office.deps);
    expect(office.relay.arrived).toHaveLength(1);
  });
});

describe('no stranger joins', () => {
  test('with the number: a new case, linked; with the token: joins, marked, and gets nothing', async () => {
    const opened = await office.arrive({ from: 'owner@strange.test' });
    const { number } = await office.case(opened.case_id);
    const replyTo = office.relay.arrived[0]!.mail.replyTo!.value[0]!.address!;
    const apart = await office.arrive({
      from: 'x@strange.test',
      Subject: `Re: [#${number}]`,
      References: opened.header_message_id,
    });
    expect(apart).toMatchObject({ outcome: 'opened', reason: 'unknown_sender' });
    expect(apart.case_id).not.toBe(opened.case_id);
    const links = await office.deps.db
      .selectFrom('baton.case_links')
      .selectAll()
      .where('case_id', '=', apart.case_id!)
      .execute();
    expect(links).toMatchObject([{ linked_id: opened.case_id, why: 'unknown_sender' }]);

    const joined = await office.arrive(
      { from: 'x@strange.test', Cc: 'y@strange.test', to: [replyTo] },
      { to: [replyTo] },
    );
    expect(joined).toMatchObject({ outcome: 'joined', case_id: opened.case_id });
    expect((await office.messages(opened.case_id)).at(-1)).toMatchObject({
      author_kind: 'stranger',
      author_id: null,
    });
    office.relay.arrived.length = 0;
    await office.reply(opened.case_id);
    expect(office.relay.arrived.map(({ to }) => to)).toEqual([['owner@strange.test']]);
  });

  test('people in copy take part, and get replies but nothing automatic', async () => {
    const opened = await office.arrive({
      from: 'boss@copy.test',
      Cc: 'Anna <anna@copy.test>, support@acme.test',
    });
    expect(office.relay.arrived.map(({ to }) => to)).toEqual([['boss@copy.test']]);
    await office.reply(opened.case_id);
    expect(office.relay.arrived[1]!.to.toSorted()).toEqual(['anna@copy.test', 'boss@copy.test']);
    const { number } = await office.case(opened.case_id);
    const joined = await office.arrive({ from: 'anna@copy.test', Subject: `Re: x [#${number}]` });
    expect(joined).toMatchObject({ outcome: 'joined', reason: 'number' });
    expect((await office.messages(opened.case_id)).at(-1)).toMatchObject({
      author_kind: 'participant',
    });
  });
});

test('who is not proved brings nobody along; who has our token or was vouched for does', async () => {
  await runCommand(office.deps, office.head, (ctx) =>
    changeSettings(ctx, { trustedHosts: ['mx.acme.test'] }),
  );
  const opened = await office.arrive({ from: 'victim@copy.test' });
  const { number } = await office.case(opened.case_id);
  const replyTo = office.relay.arrived[0]!.mail.replyTo!.value[0]!.address!;
  const from = 'victim@copy.test';
  const participants = async () => {
    const rows = office.deps.db.selectFrom('baton.participants').select('address');
    const all = await rows.where('case_id', '=', opened.case_id!).execute();
    return all.map(({ address }) => address).toSorted();
  };
  const forged = { from, Subject: `Re: [#${number}]`, Cc: 'spy@evil.test' };
  expect(await office.arrive(forged)).toMatchObject({ outcome: 'joined', reason: 'number' });
  expect(await participants()).toEqual([from]);

  const passed = { 'Authentication-Results': 'mx.acme.test; dmarc=pass' };
  await office.arrive({ ...forged, ...passed, Cc: 'anna@copy.test' });
  await office.arrive({ from, to: [replyTo], Cc: 'bob@copy.test' }, { to: [replyTo] });
  expect(await participants()).toEqual(['anna@copy.test', 'bob@copy.test', from]);
});

test.each(checks)('in the end all is accounted for: $name', async ({ find }) => {
  expect(await find(office.deps)).toEqual([]);
});
