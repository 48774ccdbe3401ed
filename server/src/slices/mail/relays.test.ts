import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askAs } from '../../../test/http.ts';
import { TokenServer } from '../../../test/token-server.ts';
import { buildApp } from '../../app.ts';
import { hourMs, minuteMs } from '../../kernel/duration.ts';
import { makeSecrets } from '../../platform/secret.ts';
import { runCommand } from '../../platform/db.ts';
import { createKey } from '../auth/index.ts';
import { addFile } from '../cases/commands/add-file.ts';
import { reply } from '../cases/commands/reply.ts';
import { companyDefaults } from '../people/index.ts';
import { checks, sealLoginsAnew } from './index.ts';
import { PostOffice, runMailWork, TestRelay } from './testing.ts';

// Two brands: `Baton` leaves by the default relay of the office, `Acme` by one of its own.

const tokens = new TokenServer();
let tokenUrl: string;
let office: PostOffice;
let own: TestRelay;
let admin: ReturnType<typeof askAs>;
let reader: ReturnType<typeof askAs>;
let acme: string;
let path: string;
beforeAll(async () => {
  tokenUrl = `${await tokens.start()}/token`;
  office = await PostOffice.open({ FETCH_INSIDE: '127.0.0.1' });
  own = await TestRelay.start();
  const app = await buildApp(office.deps);
  const as = async (role: 'admin' | 'reader') =>
    askAs(app, { authorization: `Bearer ${await createKey(office.deps, { name: role, role })}` });
  [admin, reader] = [await as('admin'), await as('reader')];
  acme = (await admin('POST', '/api/brands', { name: 'Acme', language: 'en' })).body.id;
  path = `/api/mail/brands/${acme}/relay`;
  return () => app.close();
});
afterAll(async () => {
  await office.close();
  await own.stop();
  tokens.stop();
});
beforeEach(() => {
  own.arrived.length = 0;
  office.relay.arrived.length = 0;
  own.letsIn = (user, secret) => user === 'acme' && secret === 'right-password';
});

const place = () => ({ host: '127.0.0.1', port: own.port, security: 'plain' });
const byPassword = (password: string) => ({
  ...place(),
  username: 'acme',
  login: { kind: 'password', password },
});
const byToken = (refreshToken: string) => ({
  ...place(),
  username: 'acme',
  login: { kind: 'oauth2', tokenUrl, grant: 'refresh_token', clientId: 'baton', refreshToken },
});

/** A case of a brand, to which its owner replies; gives the row of the outbox. */
async function replied(brand: string) {
  const { case_id } = await office.arrive({ from: `${crypto.randomUUID()}@customer.test` });
  await office.deps.pool.query('update baton.cases set brand_id = $1 where id = $2', [
    brand,
    case_id,
  ]);
  own.arrived.length = 0;
  office.relay.arrived.length = 0;
  const messageId = await office.replyLater(case_id);
  await runMailWork(office.deps);
  return office.outbound(messageId);
}
const again = async (messageId: string) => {
  office.deps.clock.travel(hourMs + minuteMs);
  await runMailWork(office.deps);
  return office.outbound(messageId);
};

describe('the relay of a brand', () => {
  test('takes the mail of its brand, and the default one that of the other', async () => {
    expect((await reader('GET', path)).status).toBe(404);
    const { status, body } = await admin('PUT', path, byPassword('right-password'));
    expect([status, body]).toEqual([
      200,
      {
        ...place(),
        username: 'acme',
        login: { kind: 'password', setAt: expect.any(String) },
        sizeLimit: null,
        trouble: null,
      },
    ]);
    expect((await reader('GET', path)).body).toEqual(body);
    expect(await replied(acme)).toMatchObject({ state: 'sent', relay: '127.0.0.1' });
    expect([own.arrived.length, office.relay.arrived.length]).toEqual([1, 0]);
    const { defaultBrandId } = await companyDefaults(office.deps.db);
    const other = await replied(defaultBrandId);
    expect([own.arrived.length, office.relay.arrived.length]).toEqual([0, 1]);
    expect((await reader('GET', `/api/mail/outbox/${other.id}`)).body.relay).toBe('127.0.0.1');
  });

  test('says in words that it refuses the password; the mail waits and leaves later', async () => {
    await admin('PUT', path, byPassword('wrong-password'));
    const tested = await admin('POST', `${path}/test`);
    expect(tested.body.trouble).toMatchObject({
      code: 'refused_password',
      sentence: 'The server refused the password.',
      said: expect.stringContaining('authentication failed'),
    });
    const waiting = await replied(acme);
    expect(waiting).toMatchObject({ state: 'queued', relay: null });
    const shown = await reader('GET', path);
    expect(shown.body.trouble).toMatchObject({ code: 'refused_password' });
    expect(JSON.stringify([tested.body, shown.body, waiting])).not.toContain('wrong-password');
    await admin('PUT', path, byPassword('right-password'));
    expect((await admin('POST', `${path}/test`)).body).toEqual({ trouble: null });
    expect(await again(waiting.message_id)).toMatchObject({ state: 'sent' });
    expect((await reader('GET', path)).body.trouble).toBeNull();
  });

  test.each([
    ['a port where nobody listens', { port: 1 }, 'refused_connection'],
    ['no TLS outside', { host: '192.0.2.1' }, 'plain_outside'],
    ['TLS that is not spoken', { security: 'starttls' }, 'no_tls'],
  ])('says in words: %s', async (_what, change, code) => {
    await admin('PUT', path, { ...byPassword('right-password'), ...change });
    expect((await admin('POST', `${path}/test`)).body.trouble).toMatchObject({ code });
  });

  test('signs in by a token got with a refresh token, which is replaced and kept', async () => {
    own.letsIn = (user, secret) => user === 'acme' && tokens.knows(secret);
    const given = tokens.refreshToken;
    await admin('PUT', path, byToken(given));
    expect(await replied(acme)).toMatchObject({ state: 'sent' });
    expect(tokens.refreshToken).not.toBe(given);
    const asked = tokens.asked.length;
    expect(await replied(acme)).toMatchObject({ state: 'sent' });
    expect(tokens.asked.length).toBe(asked);
    // The host takes it no longer, and the connection is a new one: the next is asked for.
    tokens.revoke();
    expect((await admin('POST', `${path}/test`)).body.trouble).toMatchObject({
      code: 'refused_token',
    });
    expect((await admin('POST', `${path}/test`)).body.trouble).toBeNull();
    expect(tokens.asked.length).toBe(asked + 1);
  });

  test('keeps a secret that is left out, but never for another server or user', async () => {
    await admin('PUT', path, byPassword('right-password'));
    const kept = { ...byPassword(''), login: { kind: 'password' } };
    expect((await admin('PUT', path, { ...kept, sizeLimit: 5_000_000 })).status).toBe(200);
    expect((await admin('POST', `${path}/test`)).body.trouble).toBeNull();
    for (const other of [{ host: 'localhost' }, { port: 2525 }, { username: 'other' }]) {
      const { status, body } = await admin('PUT', path, { ...kept, ...other });
      expect([status, body.errors[0].path]).toEqual([400, 'body.login.password']);
    }
    const nobody = await admin('PUT', path, { ...kept, username: null });
    expect(nobody.body.errors[0].path).toBe('username');
    expect((await reader('PUT', path, kept)).status).toBe(403);
  });

  test('is not given what it would refuse for its size', async () => {
    await admin('PUT', path, { ...byPassword('right-password'), sizeLimit: 100_000 });
    const { case_id } = await office.arrive({ from: 'large@customer.test' });
    await office.deps.pool.query('update baton.cases set brand_id = $1 where id = $2', [
      acme,
      case_id,
    ]);
    const messageId = await office.reply(case_id, 'x'.repeat(90_000));
    expect(await office.outbound(messageId)).toMatchObject({
      state: 'refused',
      reason: 'The relay takes 100000 bytes at most.',
    });
  });

  test('is given a link instead of a file that is larger than it takes', async () => {
    await admin('PUT', path, { ...byPassword('right-password'), sizeLimit: 1_000_000 });
    const { case_id } = await office.arrive({ from: 'plans@customer.test' });
    await office.deps.pool.query('update baton.cases set brand_id = $1 where id = $2', [
      acme,
      case_id,
    ]);
    own.arrived.length = 0;
    const stored = await office.deps.storage.put(Buffer.alloc(900_000, 'x'));
    await runCommand(office.deps, office.head, async (ctx) => {
      const file = await addFile(ctx, { ...stored, name: 'plans.bin', type: 'application/x' });
      await reply(ctx, { caseId: case_id!, text: 'Here they are.', files: [file] });
    });
    await runMailWork(office.deps);
    const { mail } = own.arrived.at(-1)!;
    expect(mail.attachments).toEqual([]);
    expect(mail.text).toMatch(/plans\.bin\nhttp:\S+\/f\/\S+/);
  });

  test('its secrets lie sealed, are sealed anew, and doctor finds those that are lost', async () => {
    await admin('PUT', path, byPassword('right-password'));
    const sealed = async () =>
      (await office.deps.pool.query('select password_sealed from baton.relays')).rows[0]
        .password_sealed as string;
    const before = await sealed();
    expect(before).not.toContain('right-password');
    const fresh = 'another secret that is long enough for it';
    const rotating = { ...office.deps, secrets: makeSecrets([fresh, office.deps.secrets.first]) };
    await sealLoginsAnew(rotating);
    expect(await sealed()).not.toBe(before);
    const { find } = checks.find(({ name }) => name.startsWith('Stored passwords'))!;
    expect(await find(rotating)).toEqual([]);
    expect(await find(office.deps)).toEqual([
      { what: `the password of the relay of brand ${acme} cannot be opened; set it again` },
    ]);
    const { body } = await admin('POST', `${path}/test`);
    expect(body.trouble.code).toBe('secret_lost');
  });
});

test('without a default relay only brands with one of their own are sent for', async () => {
  await admin('PUT', path, byPassword('right-password'));
  const { smtpUrl } = office.deps.settings;
  office.deps.settings.smtpUrl = undefined;
  try {
    const { defaultBrandId } = await companyDefaults(office.deps.db);
    const health = async () => (await reader('GET', '/api/health')).body.mailOut;
    expect(await health()).toBe('some');
    expect(await replied(acme)).toMatchObject({ state: 'sent' });
    const held = await replied(defaultBrandId);
    expect(held).toMatchObject({ state: 'held', reason: 'no_relay' });
    const release = () => admin('POST', `/api/mail/outbox/${held.id}/release`, {});
    expect((await release()).body.code).toBe('wrong_status');
    const others = `/api/mail/brands/${defaultBrandId}/relay`;
    await admin('PUT', others, { ...place(), login: { kind: 'none' } });
    expect(await health()).toBe('relay');
    expect((await release()).status).toBe(200);
    await runMailWork(office.deps);
    expect(await office.outbound(held.message_id)).toMatchObject({ state: 'sent' });
    expect((await admin('DELETE', others)).status).toBe(204);
    expect((await admin('DELETE', path)).status).toBe(204);
    expect((await admin('DELETE', path)).status).toBe(404);
    expect(await health()).toBe('held');
  } finally {
    office.deps.settings.smtpUrl = smtpUrl;
  }
});
