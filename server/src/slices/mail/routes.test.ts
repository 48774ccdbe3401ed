import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDeps, type TestDeps } from '../../../test/deps.ts';
import { type Ask, askAs } from '../../../test/http.ts';
import { runCommand } from '../../platform/db.ts';
import type { App } from '../../platform/http-types.ts';
import { newId } from '../../platform/ids.ts';
import { openHttp } from '../../platform/http.ts';
import { authenticate, createKey, upkeep } from '../auth/index.ts';
import { foundCompany } from '../people/index.ts';
import { acceptMessage } from './commands/accept-message.ts';
import { foundChannel } from './commands/found-channel.ts';
import { routes } from './index.ts';
import { runMailWork, TestRelay } from './testing.ts';
import { closeRelays } from './transport/relay.ts';

let deps: TestDeps;
let app: App;
let admin: Ask;
const asked: Record<string, Ask> = {};

beforeAll(async () => {
  deps = await testDeps();
  await foundCompany(deps);
  await upkeep(deps, new Date());
  await deps.db.transaction().execute((tx) => foundChannel(tx));
  app = await openHttp(deps, authenticate(deps));
  await routes(app, deps);
  await app.ready();
  for (const role of ['reader', 'agent', 'lead', 'admin'] as const) {
    asked[role] = askAs(app, {
      authorization: `Bearer ${await createKey(deps, { name: role, role })}`,
    });
  }
  admin = asked['admin']!;
});
afterAll(() => app.close());

async function arrive(text: string): Promise<string> {
  const channel = await deps.db.selectFrom('baton.channels').select('id').executeTakeFirstOrThrow();
  const raw = await deps.storage.put(Buffer.from(text));
  const id = await runCommand(deps, { kind: 'baton', id: null }, (ctx) =>
    acceptMessage(ctx, {
      channelId: channel.id,
      door: 'smtp',
      envelopeFrom: 'maria@customer.test',
      recipients: ['support@acme.test'],
      remoteAddress: null,
      raw,
    }),
  );
  await runMailWork(deps);
  return id;
}

const letter = (n: number, more = '') =>
  `From: Maria <maria@customer.test>\r\nMessage-ID: <${n}@customer.test>\r\nSubject: Help\r\n${more}\r\nIt is broken again, number ${n}.\r\n`;

describe('channels', () => {
  test('a fresh installation has one, without address; its first address can be set', async () => {
    const { body } = await admin('GET', '/api/mail/channels');
    expect(body).toMatchObject({
      items: [{ name: 'Everything that arrives', address: null, replyKind: 'plus' }],
      next: null,
    });
    const { id } = body.items[0];
    const changed = await admin('PATCH', `/api/mail/channels/${id}`, {
      address: 'support@acme.test',
      language: 'da',
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { address: 'support@acme.test', language: 'da' },
    });
    expect((await admin('DELETE', `/api/mail/channels/${id}`)).body.code).toBe('still_in_use');
  });

  test('are added, changed and taken away; addresses are unique', async () => {
    const made = await admin('POST', '/api/mail/channels', {
      name: 'Sales',
      address: 'sales@acme.test',
    });
    expect(made).toMatchObject({ status: 201, body: { brand: { name: 'Baton' }, team: null } });
    const again = await admin('POST', '/api/mail/channels', {
      name: 'Other',
      address: 'SALES@acme.test',
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'already_exists' } });
    const unknown = await admin('PATCH', `/api/mail/channels/${made.body.id}`, {
      team: crypto.randomUUID(),
    });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'unknown_reference' } });
    const plus = await admin('POST', '/api/mail/channels', {
      name: 'Plus',
      address: 'a+b@acme.test',
    });
    expect(plus.status).toBe(400);
    expect((await admin('DELETE', `/api/mail/channels/${made.body.id}`)).status).toBe(204);
    expect((await admin('GET', `/api/mail/channels/${made.body.id}`)).status).toBe(404);
  });
});

describe('what came in', () => {
  test('is listed with its outcome, the latest first, page by page', async () => {
    const ids = [];
    for (let n = 1; n <= 3; n++) ids.unshift(await arrive(letter(n)));
    const first = await admin('GET', '/api/mail/inbound?limit=2');
    expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2));
    const second = await admin('GET', `/api/mail/inbound?limit=2&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({
      items: [{ id: ids[2], outcome: 'opened', sender: 'maria@customer.test' }],
      next: null,
    });
    const one = await admin(
      'GET',
      `/api/mail/inbound?messageId=${encodeURIComponent('<1@customer.test>')}`,
    );
    expect(one.body.items).toHaveLength(1);
    expect((await admin('GET', '/api/mail/inbound?outcome=loop')).body.items).toEqual([]);
  });

  test('can be read as it was received', async () => {
    const text = letter(10);
    const id = await arrive(text);
    const raw = await admin('GET', `/api/mail/inbound/${id}/raw`);
    expect(raw).toMatchObject({ status: 200, body: text });
    expect(raw.headers['content-type']).toBe('message/rfc822');
    expect(raw.headers['content-disposition']).toContain('attachment');
  });

  test('a message that was set aside by mistake opens a case after all, once', async () => {
    const id = await arrive(letter(20, 'X-Spam-Flag: YES\r\n'));
    expect((await admin('GET', `/api/mail/inbound/${id}`)).body).toMatchObject({
      outcome: 'set_aside',
      reason: 'suspected_spam',
      case: null,
    });
    const key = { 'idempotency-key': 'open-20' };
    const opened = await admin('POST', `/api/mail/inbound/${id}/release`, {}, key);
    expect(opened).toMatchObject({
      status: 200,
      body: { outcome: 'opened', reason: 'new' },
    });
    expect((await admin('POST', `/api/mail/inbound/${id}/release`, {}, key)).body).toEqual(
      opened.body,
    );
    expect((await admin('POST', `/api/mail/inbound/${id}/release`)).body.code).toBe('wrong_status');
  });

  test('the account of a day adds up', async () => {
    const { body } = await admin('GET', '/api/mail/account');
    const [line] = body.items;
    const { channel, day, received, ...outcomes } = line;
    expect(channel.name).toBe('Everything that arrives');
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(received).toBe(5);
    expect(Object.values(outcomes).reduce((sum: number, n) => sum + Number(n), 0)).toBe(received);
    expect((await admin('GET', '/api/mail/account?from=2026-03-04&to=2026-03-01')).status).toBe(
      400,
    );
  });
});

test('what is held is read in the outbox, and released only when there is a relay', async () => {
  const { body } = await admin('GET', '/api/mail/outbox?state=held');
  const [held] = body.items;
  expect(held).toMatchObject({
    kind: 'receipt',
    reason: 'no_relay',
    to: ['maria@customer.test'],
    from: 'Baton <support@acme.test>',
  });
  expect(held.text).toContain('Thank you for writing');
  const refused = await admin('POST', `/api/mail/outbox/${held.id}/release`);
  expect(refused).toMatchObject({ status: 409, body: { code: 'wrong_status' } });
  expect(refused.body.detail).toContain('no relay');

  const relay = await TestRelay.start();
  deps.settings.smtpUrl = relay.url;
  const released = await admin('POST', `/api/mail/outbox/${held.id}/release`);
  expect(released).toMatchObject({ status: 200, body: { state: 'queued' } });
  await runMailWork(deps);
  expect(relay.arrived).toHaveLength(1);
  expect((await admin('GET', `/api/mail/outbox/${held.id}`)).body).toMatchObject({
    state: 'sent',
    attempts: 1,
  });
  expect((await admin('POST', `/api/mail/outbox/${held.id}/release`)).status).toBe(409);
  deps.settings.smtpUrl = undefined;
  closeRelays();
  await relay.stop();
});

test('senders are blocked and taken again; hosts are trusted', async () => {
  const blocked = await admin('POST', '/api/mail/blocked-senders', { sender: ' @Evil.test ' });
  expect(blocked).toMatchObject({ status: 201, body: { sender: '@evil.test' } });
  expect((await admin('POST', '/api/mail/blocked-senders', { sender: '@evil.test' })).status).toBe(
    409,
  );
  expect((await admin('GET', '/api/mail/blocked-senders')).body.items).toMatchObject([
    { sender: '@evil.test' },
  ]);
  expect(
    (await admin('DELETE', `/api/mail/blocked-senders/${encodeURIComponent('@evil.test')}`)).status,
  ).toBe(204);
  expect(
    (await admin('DELETE', `/api/mail/blocked-senders/${encodeURIComponent('@evil.test')}`)).status,
  ).toBe(404);
  const settings = await admin('PATCH', '/api/mail/settings', { trustedHosts: ['MX.acme.test'] });
  expect(settings.body).toMatchObject({ trustedHosts: ['mx.acme.test'] });
  expect((await admin('GET', '/api/mail/settings')).body).toEqual({
    trustedHosts: ['mx.acme.test'],
    limits: {
      automatic: { hour: 5, day: 20 },
      breaker: { sender: 30, domain: 300, channel: 1000 },
    },
  });
});

test('who may: settings are for administrators; mail is seen with its case', async () => {
  const [row] = (await admin('GET', '/api/mail/inbound')).body.items;
  const statuses = async (role: string) =>
    Promise.all(
      (
        [
          ['GET', '/api/mail/channels'],
          ['POST', '/api/mail/channels', { name: 'x', address: 'x@acme.test' }],
          ['PATCH', '/api/mail/settings', { trustedHosts: [] }],
          ['POST', '/api/mail/blocked-senders', { sender: 'x@y.test' }],
          ['GET', `/api/mail/inbound/${row.id}`],
          ['POST', `/api/mail/inbound/${row.id}/release`],
          ['POST', `/api/mail/outbox/${row.id}/release`],
        ] as const
      ).map(async ([method, url, body]) => (await asked[role]!(method, url, body)).status),
    );
  expect(await statuses('reader')).toEqual([200, 403, 403, 403, 200, 403, 403]);
  // Keys that act as themselves are in no team, and see no case.
  expect(await statuses('agent')).toEqual([200, 403, 403, 403, 404, 403, 403]);
  expect(await statuses('lead')).toEqual([200, 403, 403, 403, 404, 404, 403]);
  expect((await asked['agent']!('GET', '/api/mail/inbound')).body.items).toEqual([]);
  expect((await asked['agent']!('GET', '/api/mail/outbox')).body.items).toEqual([]);
});

test('mail without a case is for who leads its team, or one above it, in person', async () => {
  const aside = await arrive(letter(30, 'X-Spam-Flag: YES\r\n'));
  const { db } = deps;
  const { head_id } = await db
    .selectFrom('baton.company')
    .select('head_id')
    .executeTakeFirstOrThrow();
  const teams = await db.selectFrom('baton.teams').select(['id', 'name', 'level']).execute();
  const agent = async (name: string) => {
    const id = newId();
    const email = `${name}@acme.test`;
    const row = { id, name, email, role: 'lead', created_at: new Date() };
    await db.insertInto('baton.agents').values(row).execute();
    const key = await createKey(deps, { name, role: 'lead', agentId: id });
    return { id, ask: askAs(app, { authorization: `Bearer ${key}` }) };
  };
  const lead = (level: number, id: string) =>
    db.updateTable('baton.teams').set({ lead_id: id }).where('level', '=', level).execute();
  const elsewhere = await agent('elsewhere');
  const above = await agent('above');
  const other = newId();
  await db
    .insertInto('baton.teams')
    .values({ id: other, name: 'Elsewhere', level: 1, lead_id: elsewhere.id })
    .execute();
  await lead(2, above.id);

  const seen = async (ask: Ask) => {
    const { status } = await ask('GET', `/api/mail/inbound/${aside}/raw`);
    const { body } = await ask('GET', '/api/mail/inbound');
    return [status, body.items.some(({ id }: { id: string }) => id === aside)];
  };
  expect(teams.length).toBe(3);
  expect(await seen(asked['lead']!)).toEqual([404, false]);
  expect(await seen(elsewhere.ask)).toEqual([404, false]);
  expect(await seen(above.ask)).toEqual([200, true]);
  expect(await seen(asked['reader']!)).toEqual([200, true]);
  // Its channel gives cases to the other team now.
  await db.updateTable('baton.channels').set({ team_id: other }).execute();
  expect(await seen(elsewhere.ask)).toEqual([200, true]);
  expect(await seen(above.ask)).toEqual([404, false]);
  await db.updateTable('baton.channels').set({ team_id: null }).execute();
  await lead(2, head_id);
});

test('whoever looks at mail leaves a trace', async () => {
  const log = await deps.db.selectFrom('baton.access_log').select(['kind', 'detail']).execute();
  expect(log.filter(({ kind }) => kind === 'message').length).toBeGreaterThan(0);
  expect(log).toContainEqual({
    kind: 'list',
    detail: expect.objectContaining({ list: 'inbound' }),
  });
});
