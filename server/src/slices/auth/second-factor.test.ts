import { agentHeader } from '@baton/contract';
import { describe, expect, test } from 'vitest';
import { testServer } from '../../../test/http.ts';
import { minuteMs } from '../../kernel/duration.ts';
import { firstAdministratorLink } from './index.ts';
import { Browser, codeFor, enrol } from './testing.ts';

const person = { name: 'Ioana', email: 'ioana@example.org', password: 'a long enough password' };
const credentials = { email: person.email, password: person.password };

/** The first administrator has chosen a password, and nothing more. */
async function takenOver() {
  const server = await testServer();
  const browser = new Browser(server.app);
  const link = await firstAdministratorLink(server.deps);
  const taken = await browser.ask('POST', `/api/sign-in-links/${link!.split('/').at(-1)}`, person);
  return { ...server, browser, taken };
}

/** The same, with an authenticator; and another browser that gave the password only. */
async function enrolled() {
  const server = await takenOver();
  const factors = await enrol(server.browser);
  const other = new Browser(server.app);
  const signedIn = await other.ask('POST', '/api/auth/sign-in/email', credentials);
  // So that the code of the present step can be used again.
  server.deps.clock.travel(minuteMs);
  const now = () => new Date(Date.now() + minuteMs);
  return { ...server, ...factors, other, signedIn, now };
}

describe('a session without its second factor', () => {
  test('opens nothing but setting one up, for who has none', async () => {
    const { browser, taken } = await takenOver();
    expect(taken.body).toEqual({ lacks: 'enrolment', me: null });
    for (const path of ['/api/me', '/api/cases', '/api/keys', '/api/agents']) {
      expect((await browser.ask('GET', path)).body.code).toBe('second_factor_needed');
    }
    expect((await browser.ask('GET', '/api/auth/second-factor')).body).toEqual({
      lacks: 'enrolment',
      authenticator: false,
      passkeys: 0,
      recoveryCodes: 0,
      required: true,
    });
    const { recoveryCodes } = await enrol(browser);
    expect(recoveryCodes).toHaveLength(10);
    expect((await browser.ask('GET', '/api/me')).body).toMatchObject({ name: 'Ioana' });
  });

  test('opens nothing but giving it, for who has one: neither setting up another', async () => {
    const { other, signedIn, secret, now } = await enrolled();
    expect(signedIn.body).toEqual({ lacks: 'second_factor', me: null });
    const refused = [
      await other.ask('GET', '/api/me'),
      await other.ask('POST', '/api/auth/authenticator'),
      await other.ask('POST', '/api/auth/recovery-codes'),
      await other.ask('POST', '/api/auth/change-password', {
        currentPassword: person.password,
        newPassword: 'another long password',
      }),
      await other.ask('DELETE', '/api/auth/authenticator'),
    ];
    expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => 'second_factor_needed'));
    const wrong = await other.ask('POST', '/api/auth/second-factor', { code: '000000' });
    expect(wrong).toMatchObject({ status: 403, body: { code: 'wrong_proof' } });
    const code = codeFor(secret, now());
    const given = await other.ask('POST', '/api/auth/second-factor', { code });
    expect(given.body).toMatchObject({ lacks: null, me: { name: 'Ioana' } });
    expect((await other.ask('GET', '/api/me')).status).toBe(200);
  });

  test('gets a token of its own with the second factor; the one before is dead', async () => {
    const { app, other, secret, now } = await enrolled();
    const planted = new Browser(app);
    for (const [name, value] of other.cookies) planted.cookies.set(name, value);
    await other.ask('POST', '/api/auth/second-factor', { code: codeFor(secret, now()) });
    expect((await other.ask('GET', '/api/me')).status).toBe(200);
    expect((await planted.ask('GET', '/api/me')).body.code).toBe('not_signed_in');
  });

  test('takes a code once, whoever shows it first', async () => {
    const { app, other, secret, now } = await enrolled();
    const thief = new Browser(app);
    await thief.ask('POST', '/api/auth/sign-in/email', credentials);
    const code = codeFor(secret, now());
    const give = (browser: Browser) => browser.ask('POST', '/api/auth/second-factor', { code });
    const replies = await Promise.all([give(other), give(thief)]);
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403]);
    const earlier = codeFor(secret, now(), -1);
    const loser = replies[0].status === 403 ? other : thief;
    const late = await loser.ask('POST', '/api/auth/second-factor', { code: earlier });
    expect(late.body.code).toBe('wrong_proof');
  });

  test('cannot be opened by guessing', async () => {
    const { other, secret, now } = await enrolled();
    const give = (code: string) => other.ask('POST', '/api/auth/second-factor', { code });
    for (let guess = 0; guess < 10; guess++) await give('000000');
    const right = await give(codeFor(secret, now()));
    expect(right).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('is signed out all the same', async () => {
    const { other } = await enrolled();
    expect((await other.ask('POST', '/api/auth/sign-out')).status).toBe(204);
    expect((await other.ask('GET', '/api/auth/second-factor')).status).toBe(401);
  });
});

describe('recovery codes', () => {
  test('open in place of the authenticator, each once, however they are typed', async () => {
    const { app, other, recoveryCodes } = await enrolled();
    const [code] = recoveryCodes;
    expect(code).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
    const typed = code!.toLowerCase().replaceAll('-', ' ');
    const give = (browser: Browser) =>
      browser.ask('POST', '/api/auth/second-factor', { recoveryCode: typed });
    expect((await give(other)).status).toBe(200);
    const again = new Browser(app);
    await again.ask('POST', '/api/auth/sign-in/email', credentials);
    expect((await give(again)).body.code).toBe('wrong_proof');
    const left = await other.ask('GET', '/api/auth/second-factor');
    expect(left.body.recoveryCodes).toBe(9);
  });

  test('are replaced by new ones, of which the old are none', async () => {
    const { browser, other, recoveryCodes } = await enrolled();
    const renewed = await browser.ask('POST', '/api/auth/recovery-codes');
    expect(renewed.body.codes).toHaveLength(10);
    const [old] = recoveryCodes;
    const reply = await other.ask('POST', '/api/auth/second-factor', { recoveryCode: old });
    expect(reply.body.code).toBe('wrong_proof');
  });
});

describe('an authenticator', () => {
  test('on a new telephone replaces the old one only when its code fits', async () => {
    const { browser, other, secret, now } = await enrolled();
    const { secret: fresh } = (await browser.ask('POST', '/api/auth/authenticator')).body;
    expect(
      (await browser.ask('POST', '/api/auth/authenticator/proof', { code: '000000' })).body.code,
    ).toBe('wrong_proof');
    const give = (code: string) => other.ask('POST', '/api/auth/second-factor', { code });
    expect((await give(codeFor(secret, now()))).status).toBe(200);
    const proof = { code: codeFor(fresh, now()) };
    const proved = await browser.ask('POST', '/api/auth/authenticator/proof', proof);
    expect(proved.body).toEqual({ codes: null });
  });

  test('cannot be taken away while it is the only factor and one is required', async () => {
    const { browser } = await enrolled();
    const refused = await browser.ask('DELETE', '/api/auth/authenticator');
    expect(refused).toMatchObject({ status: 409, body: { code: 'last_second_factor' } });
    await browser.ask('PATCH', '/api/sign-in-rules', { secondFactorRequired: false });
    expect((await browser.ask('DELETE', '/api/auth/authenticator')).status).toBe(204);
    expect((await browser.ask('GET', '/api/me')).status).toBe(200);
  });

  test('no table holds its secret or a recovery code that opens anything', async () => {
    const { deps, secret, recoveryCodes } = await enrolled();
    for (const table of ['authenticators', 'recovery_codes', 'idempotency']) {
      const text = JSON.stringify((await deps.pool.query(`select * from baton.${table}`)).rows);
      expect(text).not.toContain(secret);
      expect(text).not.toContain(recoveryCodes[0]);
    }
  });

  test('that was lost is taken away by an administrator; then a new one is set up', async () => {
    const { admin, browser, other } = await enrolled();
    const [{ id }] = (await admin('GET', '/api/agents')).body.items;
    expect((await admin('DELETE', `/api/agents/${id}/second-factors`)).status).toBe(204);
    expect((await browser.ask('GET', '/api/me')).status).toBe(401);
    const again = await other.ask('POST', '/api/auth/sign-in/email', credentials);
    expect(again.body.lacks).toBe('enrolment');
  });
});

describe('the rule that everybody needs a second factor', () => {
  test('is turned off by an administrator, and on again for those who are in', async () => {
    const { admin, browser } = await takenOver();
    const off = { secondFactorRequired: false };
    const changed = await admin('PATCH', '/api/sign-in-rules', off, { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, body: off, headers: { etag: '"2"' } });
    expect((await browser.ask('GET', '/api/me')).status).toBe(200);
    const late = await admin('PATCH', '/api/sign-in-rules', off, { 'if-match': '"1"' });
    expect(late.body.code).toBe('stale_version');
    await admin('PATCH', '/api/sign-in-rules', { secondFactorRequired: true });
    expect((await browser.ask('GET', '/api/me')).body.code).toBe('second_factor_needed');
  });

  test('does not concern who has set one up: they are always asked', async () => {
    const { admin, app } = await enrolled();
    await admin('PATCH', '/api/sign-in-rules', { secondFactorRequired: false });
    const browser = new Browser(app);
    const signedIn = await browser.ask('POST', '/api/auth/sign-in/email', credentials);
    expect(signedIn.body.lacks).toBe('second_factor');
  });
});

describe('a dangerous act', () => {
  test('asks for a fresh proof after ten minutes, and is open again after it', async () => {
    const { deps, browser, now, secret } = await enrolled();
    const act = () => browser.ask('PATCH', '/api/sign-in-rules', { secondFactorRequired: true });
    expect((await act()).status).toBe(200);
    deps.clock.travel(10 * minuteMs);
    expect(await act()).toMatchObject({ status: 403, body: { code: 'step_up_needed' } });
    const confirm = (body: object) => browser.ask('POST', '/api/auth/confirmations', body);
    expect((await confirm({ password: 'wrong' })).body.code).toBe('wrong_proof');
    expect((await act()).status).toBe(403);
    expect((await confirm({ password: person.password })).status).toBe(204);
    expect((await act()).status).toBe(200);
    deps.clock.travel(11 * minuteMs);
    const code = codeFor(secret, new Date(now().getTime() + 21 * minuteMs));
    expect((await confirm({ code })).status).toBe(204);
    expect((await act()).status).toBe(200);
    expect((await confirm({ code })).body.code).toBe('wrong_proof');
  });

  test('is not asked of a key, which has no sign-in', async () => {
    const { deps, admin } = await enrolled();
    deps.clock.travel(60 * minuteMs);
    const act = await admin('PATCH', '/api/sign-in-rules', { secondFactorRequired: true });
    expect(act.status).toBe(200);
    expect((await admin('GET', '/api/auth/second-factor')).body.code).toBe('forbidden');
  });
});

test('a page of another agent than who is signed in does nothing, and a key needs none', async () => {
  const { admin, browser } = await enrolled();
  const me = (await browser.ask('GET', '/api/me')).body.agent.id as string;
  const rules = (page: string) =>
    browser.ask(
      'PATCH',
      '/api/sign-in-rules',
      { secondFactorRequired: false },
      { [agentHeader]: page },
    );
  const another = '01890000-0000-7000-8000-000000000000';
  expect(await rules(another)).toMatchObject({ status: 403, body: { code: 'another_agent' } });
  expect((await browser.ask('GET', '/api/sign-in-rules')).body.secondFactorRequired).toBe(true);
  expect((await rules(me)).status).toBe(200);
  const byKey = await admin('GET', '/api/sign-in-rules', undefined, { [agentHeader]: another });
  expect(byKey.status).toBe(200);
});
