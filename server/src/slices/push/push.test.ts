import { expect, test } from 'vitest';
import { afterThisFile } from '../../../test/cleanup.ts';
import { testServer } from '../../../test/http.ts';
import { hourMs, minuteMs, secondMs } from '../../kernel/duration.ts';
import { makeSecrets } from '../../platform/secret.ts';
import { firstAdministratorLink } from '../auth/index.ts';
import { Browser } from '../auth/testing.ts';
import { companyDefaults } from '../people/index.ts';
import { tellAgents } from './commands/tell-agents.ts';
import { keepPushKeys, pushTasks } from './index.ts';
import { recoverLostPushes } from './jobs.ts';
import { provenBy, PushService, Subscriber } from './testing.ts';

const person = { name: 'Ioana', email: 'ioana@example.org', password: 'a long enough password' };
const customer = { email: 'maria@customer.test', name: 'Maria Popescu' };

/** An agent who is signed in with a browser, and a push service that carries to it. */
async function office() {
  const service = new PushService();
  const address = await service.start();
  afterThisFile(() => service.stop());
  const server = await testServer({ FETCH_INSIDE: '127.0.0.1' });
  const { admin, app, deps } = server;
  await admin('PATCH', '/api/sign-in-rules', { secondFactorRequired: false });
  const link = (await firstAdministratorLink(deps))!.split('/').at(-1);
  const browser = new Browser(app);
  await browser.ask('POST', `/api/sign-in-links/${link}`, person);
  const listed = async () => (await browser.ask('GET', '/api/push-devices')).body;
  let places = 0;
  const subscribe = async (by = browser) => {
    const subscriber = await Subscriber.make();
    const place = `/push/${(places += 1)}`;
    const { key } = await listed();
    const given = { endpoint: `${address}${place}`, keys: subscriber.keys, key };
    const answer = await by.ask('PUT', '/api/push-devices', given);
    return { subscriber, place, given, answer };
  };
  const open = async (subject = 'The secret router') =>
    (await admin('POST', '/api/cases', { customer, subject, text: 'Help!' })).body;
  const work = async () => {
    for (;;) {
      const { rows } = await deps.pool.query(
        `delete from baton.work where task = 'push.send' and (run_at is null or run_at <= $1)
         returning payload`,
        [deps.clock.shift(new Date())],
      );
      if (rows.length === 0) return;
      for (const { payload } of rows) await pushTasks['push.send']!(deps, payload);
    }
  };
  /** Some seconds later everything is decided, and what is due is pushed. */
  const tell = async (laterMs = 11 * secondMs) => {
    deps.clock.travel(laterMs);
    await tellAgents(deps);
    await work();
  };
  const states = async () => {
    const { rows } = await deps.pool.query(
      'select desk_state, push_state, push_reason, push_from from baton.notices order by at, id',
    );
    return rows.map((row) => [row.desk_state, row.push_state, row.push_reason]);
  };
  const arrivals = () => service.came.splice(0);
  return { ...server, service, browser, listed, subscribe, open, work, tell, states, arrivals };
}

test('a push says what happened and to which case, and not a word that anybody wrote', async () => {
  const { subscribe, open, tell, states, arrivals, listed } = await office();
  const { subscriber, place, answer } = await subscribe();
  expect(answer.body.items).toMatchObject([{ current: true, toldAt: null }]);
  const { id, number, owner } = await open();
  await tell();
  const [push, ...more] = arrivals();
  expect(more).toEqual([]);
  expect(push!.path).toBe(place);
  expect(push!.headers).toMatchObject({ ttl: '14400', 'content-encoding': 'aes128gcm' });
  const told = await subscriber.read(push!.body);
  expect(told).toEqual({
    to: owner.id,
    title: 'A new case is in your hands',
    body: `#${number}`,
    language: 'en',
    url: `/cases/${id}`,
    tag: expect.any(String),
  });
  const { key, claims } = await provenBy(push!.headers['authorization']!);
  const { key: current, items } = await listed();
  expect(key).toBe(current);
  expect(claims.aud).toBe(`http://${push!.headers['host']}`);
  expect(claims.exp * 1000 - Date.now()).toBeLessThan(24 * hourMs);
  expect(items[0].toldAt).not.toBeNull();
  expect(await states()).toEqual([['told', 'sent', null]]);
});

test('what comes together is one push, on each device once; what was seen is none', async () => {
  const { subscribe, open, tell, work, states, arrivals, browser, deps } = await office();
  const devices = [await subscribe(), await subscribe()];
  const numbers = [(await open()).number, (await open()).number];
  await Promise.all([tell(), tellAgents(deps)]);
  // What the second of them decided may have come after the work of the first.
  await work();
  const came = arrivals();
  expect(came.map(({ path }) => path).toSorted()).toEqual(devices.map(({ place }) => place));
  for (const { place, subscriber } of devices) {
    const { body } = came.find(({ path }) => path === place)!;
    expect(await subscriber.read(body)).toMatchObject({
      body: numbers.map((number) => `#${number}`).join(' · '),
      url: '/notices',
    });
  }
  await open();
  await browser.ask('POST', '/api/notices/seen', {});
  await tell();
  expect(arrivals()).toEqual([]);
  expect((await states()).at(-1)).toEqual(['told', 'suppressed', 'seen']);
});

test('a service that is busy is asked again, when it says; who is gone is forgotten', async () => {
  const { service, subscribe, open, tell, states, arrivals, listed } = await office();
  await subscribe();
  service.answers.push([503], [429, { 'retry-after': '600' }]);
  await open();
  await tell();
  await tell(31 * secondMs);
  await tell(5 * minuteMs);
  expect(arrivals()).toHaveLength(2);
  expect(await states()).toEqual([['told', 'queued', null]]);
  await tell(5 * minuteMs);
  expect(arrivals()).toHaveLength(1);
  expect(await states()).toEqual([['told', 'sent', null]]);
  service.answers.push([410]);
  await open();
  await tell();
  expect((await states()).at(-1)).toEqual(['told', 'refused', '410']);
  expect((await listed()).items).toEqual([]);
  await open();
  await tell();
  expect((await states()).at(-1)).toEqual(['told', 'suppressed', 'no_device']);
});

test('a service that does not answer for hours is given up, and the desk has it all the same', async () => {
  const { service, subscribe, open, tell, states, browser } = await office();
  await subscribe();
  await open();
  for (let nth = 0; nth < 12; nth++) {
    service.answers.push([503]);
    await tell(hourMs);
  }
  expect(await states()).toEqual([['told', 'refused', '503']]);
  expect((await browser.ask('GET', '/api/notices/unseen')).body.count).toBe(1);
});

test('what a server that died left behind is taken up again', async () => {
  const { subscribe, open, tell, work, states, arrivals, deps } = await office();
  await subscribe();
  await open();
  deps.clock.travel(11 * secondMs);
  await tellAgents(deps);
  await deps.pool.query('delete from baton.work');
  deps.clock.travel(11 * minuteMs);
  await recoverLostPushes(deps);
  await work();
  expect(arrivals()).toHaveLength(1);
  expect(await states()).toEqual([['told', 'sent', null]]);
  await recoverLostPushes(deps);
  await tell();
  expect(arrivals()).toEqual([]);
});

test('a device ends with the session in which it was set up: signing out, everywhere, locked out', async () => {
  const { admin, app, deps, browser, subscribe, listed, open, tell, arrivals } = await office();
  const { headId } = await companyDefaults(deps.db);
  const other = new Browser(app);
  const { email, password } = person;
  const comeIn = () => other.ask('POST', '/api/auth/sign-in/email', { email, password });
  await comeIn();
  await subscribe(other);
  await subscribe();
  expect((await listed()).items).toHaveLength(2);
  await other.ask('POST', '/api/auth/sign-out');
  expect((await listed()).items).toMatchObject([{ current: true }]);
  await comeIn();
  await subscribe(other);
  await browser.ask('DELETE', '/api/auth/sessions');
  expect((await listed()).items).toMatchObject([{ current: true }]);
  await open();
  await admin('DELETE', `/api/agents/${headId}/sessions`);
  await tell();
  expect(arrivals()).toEqual([]);
  const left = await deps.pool.query('select 1 from baton.push_devices');
  expect(left.rows).toEqual([]);
});

test('one ends a device oneself, and nobody else’s', async () => {
  const { admin, app, browser, subscribe, listed } = await office();
  await subscribe();
  const [{ id }] = (await listed()).items;
  const made = (await admin('POST', '/api/agents', { name: 'Bo', email: 'bo@example.org' })).body;
  const { url } = (await admin('POST', `/api/agents/${made.id}/sign-in-link`)).body;
  const theirs = new Browser(app);
  const bo = { ...person, name: 'Bo', email: 'bo@example.org' };
  await theirs.ask('POST', `/api/sign-in-links/${url.split('/').at(-1)}`, bo);
  expect((await theirs.ask('DELETE', `/api/push-devices/${id}`)).status).toBe(404);
  expect((await admin('GET', '/api/push-devices')).status).toBe(403);
  expect((await browser.ask('DELETE', `/api/push-devices/${id}`)).status).toBe(204);
  expect((await listed()).items).toEqual([]);
});

test('no address inside is pushed to, and nothing that is no browser', async () => {
  const { browser, subscribe, listed } = await office();
  const { given } = await subscribe();
  const put = async (change: object) =>
    (await browser.ask('PUT', '/api/push-devices', { ...given, ...change })).body;
  for (const endpoint of ['http://push.example/1', 'https://10.0.0.1/1', 'ftp://push.example/1']) {
    expect(await put({ endpoint })).toMatchObject({ errors: [{ path: 'endpoint' }] });
  }
  const noPoint = { ...given.keys, p256dh: 'A'.repeat(87) };
  expect(await put({ keys: noPoint })).toMatchObject({ errors: [{ path: 'keys.p256dh' }] });
  expect(await put({ key: 'another' })).toMatchObject({ errors: [{ path: 'key' }] });
  expect((await listed()).items).toHaveLength(1);
});

test('our keys are sealed, follow a rotated secret, and are made anew where it is lost', async () => {
  const { deps, subscribe, listed, open, tell, arrivals, states } = await office();
  await subscribe();
  const { key } = await listed();
  const stored = async () =>
    (await deps.pool.query('select sealed from baton.push_keys')).rows.map(({ sealed }) => sealed);
  const [before] = await stored();
  expect(before).toMatch(/^v1\./);
  deps.secrets = makeSecrets(['another secret that is long enough', deps.secrets.first]);
  await keepPushKeys(deps, new Date(), AbortSignal.timeout(1000));
  expect(await stored()).not.toEqual([before]);
  deps.secrets = makeSecrets(['another secret that is long enough']);
  await open();
  await tell();
  expect(arrivals()).toHaveLength(1);
  deps.secrets = makeSecrets(['a third secret, and the others are lost']);
  await keepPushKeys(deps, new Date(), AbortSignal.timeout(1000));
  const { rows } = await deps.pool.query('select public_key from baton.push_keys where current');
  expect(rows[0].public_key).not.toBe(key);
  await open();
  await tell();
  expect((await states()).at(-1)).toEqual(['told', 'suppressed', 'no_device']);
});
