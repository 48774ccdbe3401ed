import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, askAs } from '../../../test/http.ts';
import { openHttp } from '../../platform/http.ts';
import type { App } from '../../platform/http-types.ts';
import { makeSecrets } from '../../platform/secret.ts';
import { authenticate, createKey } from '../auth/index.ts';
import { checks, routes, sealLoginsAnew } from './index.ts';
import { PostOffice, runMailWork } from './testing.ts';
import { type InboundSmtp, startInboundSmtp } from './transport/inbound-smtp.ts';
import { SmtpClient } from './transport/testing.ts';

let office: PostOffice;
let app: App;
let smtp: InboundSmtp;
const asked: Record<string, Ask> = {};
let admin: Ask;

beforeAll(async () => {
  office = await PostOffice.open();
  app = await openHttp(office.deps, authenticate(office.deps));
  await routes(app, office.deps);
  await app.ready();
  smtp = await startInboundSmtp(office.deps);
  for (const role of ['agent', 'lead', 'admin'] as const) {
    const key = await createKey(office.deps, { name: role, role });
    asked[role] = askAs(app, { authorization: `Bearer ${key}` });
  }
  admin = asked['admin']!;
});
afterAll(async () => {
  await smtp.close();
  await app.close();
  await office.close();
});

async function channel(address: string, more = {}): Promise<string> {
  const { status, body } = await admin('POST', '/api/mail/channels', {
    name: address,
    address,
    ...more,
  });
  expect([status, body.detail]).toEqual([201, undefined]);
  return body.id;
}

const mailbox = {
  host: 'imap.acme.test',
  username: 'support@acme.test',
  login: { kind: 'password', password: 'very secret' },
};

describe('a mailbox', () => {
  test('is set by administrators and read by leads; its secret is never shown', async () => {
    const id = await channel('set@acme.test');
    const path = `/api/mail/channels/${id}/mailbox`;
    expect((await asked['lead']!('PUT', path, mailbox)).status).toBe(403);
    const saved = await admin('PUT', path, mailbox);
    expect(saved).toMatchObject({
      status: 200,
      body: {
        port: 993,
        security: 'tls',
        folder: 'INBOX',
        afterReading: 'leave',
        login: { kind: 'password', setAt: expect.any(String) },
      },
    });
    expect(JSON.stringify(saved.body)).not.toContain('secret"');
    expect((await asked['agent']!('GET', path)).status).toBe(403);
    expect((await asked['lead']!('GET', path)).body).toEqual(saved.body);
    const row = await office.deps.db
      .selectFrom('baton.mailboxes')
      .selectAll()
      .where('channel_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain('very secret');
    const shown = (await admin('GET', `/api/mail/channels/${id}`)).body;
    expect(shown).toMatchObject({ hasMailbox: true, health: { state: 'connecting' } });
    expect((await admin('DELETE', path)).status).toBe(204);
    expect((await admin('GET', path)).status).toBe(404);
  });

  test('keeps its secret when other things change, but for no other server, user or endpoint', async () => {
    const id = await channel('keep@acme.test');
    const path = `/api/mail/channels/${id}/mailbox`;
    await admin('PUT', path, mailbox);
    const login = { kind: 'password' };
    const moved = { ...mailbox, login, afterReading: 'move', moveTo: 'Done' };
    expect((await admin('PUT', path, moved)).body).toMatchObject({ moveTo: 'Done' });
    for (const change of [
      { host: 'elsewhere.test' },
      { port: 1143 },
      { username: 'x' },
      { security: 'plain' },
    ]) {
      const elsewhere = { ...moved, ...change };
      expect((await admin('PUT', path, elsewhere)).body.code).toBe('invalid_request');
      const tested = await admin('POST', '/api/mail/mailbox-tests', { ...elsewhere, channel: id });
      expect(tested.body.code).toBe('invalid_request');
    }
    const oauth2 = {
      ...mailbox,
      login: {
        kind: 'oauth2',
        tokenUrl: 'https://login.test/token',
        grant: 'refresh_token',
        clientId: 'baton',
        refreshToken: 'very secret',
      },
    };
    expect((await admin('PUT', path, oauth2)).body.login).toMatchObject({ hasRefreshToken: true });
    const { refreshToken: _, ...same } = oauth2.login;
    expect((await admin('PUT', path, { ...oauth2, login: same })).status).toBe(200);
    const other = { ...same, tokenUrl: 'https://thief.test/token' };
    expect((await admin('PUT', path, { ...oauth2, login: other })).body).toMatchObject({
      code: 'invalid_request',
      errors: [{ path: 'body.login.refreshToken' }],
    });
  });

  test('says what is missing', async () => {
    const id = await channel('missing@acme.test');
    const path = `/api/mail/channels/${id}/mailbox`;
    const move = { ...mailbox, afterReading: 'move' };
    expect((await admin('PUT', path, move)).body.errors).toMatchObject([{ path: 'body.moveTo' }]);
    const older = await admin('POST', `/api/mail/channels/${id}/older`, {
      since: '2026-01-01T00:00:00Z',
    });
    expect(older.status).toBe(404);
    const tested = await admin('POST', `/api/mail/channels/${id}/test`);
    expect(tested.body).toEqual({ mailbox: null, relay: { trouble: null } });
  });

  test('is sealed anew when the secret of the installation is replaced', async () => {
    const id = await channel('rotate@acme.test');
    await admin('PUT', `/api/mail/channels/${id}/mailbox`, mailbox);
    const { deps } = office;
    const fresh = 'another secret of thirty-two characters';
    const lost = async (secrets: string[]) => {
      const check = checks.find(({ name }) => name.startsWith('Stored passwords'))!;
      const found = await check.find({ ...deps, secrets: makeSecrets(secrets) });
      return found.filter(({ what }) => what.includes(id));
    };
    expect(await lost([fresh])).toHaveLength(1);
    const rotating = { ...deps, secrets: makeSecrets([fresh, deps.secrets.first]) };
    await sealLoginsAnew(rotating);
    expect(await lost([fresh])).toEqual([]);
    // Back again, for the other tests.
    await sealLoginsAnew({ ...deps, secrets: makeSecrets([deps.secrets.first, fresh]) });
  });
});

describe('a channel', () => {
  test('that is paused asks senders to come again, and takes their mail once it is resumed', async () => {
    const id = await channel('paused@acme.test');
    const say = async () => {
      const client = await SmtpClient.open(smtp.port);
      const answer = await client.send(office.rawOf(), ['paused@acme.test']);
      client.drop();
      return answer.code;
    };
    const paused = await admin('POST', `/api/mail/channels/${id}/pause`);
    expect(paused.body.health).toMatchObject({ state: 'paused', pausedSince: expect.any(String) });
    expect(await say()).toBe(450);
    const resumed = await admin('POST', `/api/mail/channels/${id}/resume`);
    expect(resumed.body.health).toMatchObject({ state: 'working', pausedSince: null });
    expect(await say()).toBe(250);
    const { lastMessageAt } = (await admin('GET', `/api/mail/channels/${id}`)).body.health;
    expect(lastMessageAt).toEqual(expect.any(String));
  });

  test('takes mail to its further addresses, which no other channel may have', async () => {
    const id = await channel('main@acme.test', { aliases: ['Help@acme.test', 'main@acme.test'] });
    expect((await admin('GET', `/api/mail/channels/${id}`)).body.aliases).toEqual([
      'help@acme.test',
    ]);
    const taken = { name: 'x', address: 'help@acme.test' };
    expect((await admin('POST', '/api/mail/channels', taken)).body.code).toBe('already_exists');
    const client = await SmtpClient.open(smtp.port);
    expect((await client.send(office.rawOf(), ['help@acme.test'])).code).toBe(250);
    client.drop();
  });

  test('one mail to two of our addresses is one case, in one delivery or in two', async () => {
    const ids = [await channel('first@acme.test'), await channel('second@acme.test')];
    const mail = office.rawOf({ to: ['first@acme.test', 'second@acme.test'] });
    const twice = office.rawOf({ to: ['first@acme.test', 'second@acme.test'] });
    const client = await SmtpClient.open(smtp.port);
    await client.send(mail, ['first@acme.test', 'second@acme.test']);
    await client.send(twice, ['first@acme.test']);
    await client.send(twice, ['second@acme.test']);
    client.drop();
    await runMailWork(office.deps);
    const rows = await office.deps.db
      .selectFrom('baton.inbound')
      .select(['channel_id', 'outcome'])
      .where('channel_id', 'in', ids)
      .orderBy('id')
      .execute();
    expect(rows).toEqual([
      { channel_id: ids[0], outcome: 'opened' },
      { channel_id: ids[0], outcome: 'opened' },
      { channel_id: ids[1], outcome: 'duplicate' },
    ]);
  });

  test('whose host takes every name has its token behind a hyphen, by which answers join', async () => {
    await channel('all@acme.test', { replyKind: 'catch_all' });
    const client = await SmtpClient.open(smtp.port);
    await client.send(office.rawOf({ to: ['all@acme.test'] }), ['all@acme.test']);
    await runMailWork(office.deps);
    const receipt = office.relay.arrived.at(-1)!;
    const replyTo = receipt.mail.replyTo!.value[0]!.address!;
    expect(replyTo).toMatch(/^all-c\d+-[a-z2-7]{12}@acme\.test$/);
    const answer = office.rawOf({ to: [replyTo], Cc: 'all@acme.test', Subject: 'And another' });
    expect((await client.send(answer, [replyTo])).code).toBe(250);
    client.drop();
    await runMailWork(office.deps);
    const [row] = await office.deps.db
      .selectFrom('baton.inbound')
      .selectAll()
      .orderBy('received_at', 'desc')
      .limit(1)
      .execute();
    expect(row).toMatchObject({ outcome: 'joined', reason: 'reply_address' });
    const people = await office.deps.db
      .selectFrom('baton.participants')
      .select('address')
      .where('case_id', '=', row!.case_id)
      .execute();
    expect(people).toEqual([{ address: 'maria@customer.test' }]);
  });

  test('finds out by letters to ourselves which reply addresses arrive', async () => {
    const id = await channel('probe@acme.test');
    office.relay.refuseRecipient = (to) => (to.includes('+') ? [550, 'No such user'] : null);
    expect((await admin('POST', `/api/mail/channels/${id}/probe`)).status).toBe(202);
    await runMailWork(office.deps);
    office.relay.refuseRecipient = () => null;
    const probed = async () => (await admin('GET', `/api/mail/channels/${id}/probe`)).body;
    expect(await probed()).toMatchObject({
      suggested: null,
      letters: [
        { kind: 'plus', state: 'refused', said: expect.stringContaining('No such user') },
        { kind: 'catch_all', state: 'under_way' },
      ],
    });
    const isProbe = ({ to }: { to: string[] }) => to[0]!.startsWith('probe-');
    const { raw, to } = office.relay.arrived.find(isProbe)!;
    const client = await SmtpClient.open(smtp.port);
    expect((await client.send(raw, to, 'probe@acme.test')).code).toBe(250);
    client.drop();
    await runMailWork(office.deps);
    expect(await probed()).toMatchObject({ suggested: 'catch_all' });
    const [row] = await office.deps.db
      .selectFrom('baton.inbound')
      .selectAll()
      .where('channel_id', '=', id)
      .execute();
    expect(row).toMatchObject({ outcome: 'loop', reason: 'probe' });
  });
});
