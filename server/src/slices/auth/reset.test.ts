import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askAs } from '../../../test/http.ts';
import { afterThisFile } from '../../../test/cleanup.ts';
import { buildApp } from '../../app.ts';
import { hourMs, minuteMs } from '../../kernel/duration.ts';
import type { App } from '../../platform/http-types.ts';
import { PostOffice, runMailWork } from '../mail/testing.ts';
import { authTasks, createKey, firstAdministratorLink } from './index.ts';
import { Browser, codeFor, enrol } from './testing.ts';

const person = { name: 'Ioana', email: 'ioana@desk.test', password: 'a long enough password' };
const fresh = 'four words of another kind';

let office: PostOffice;
let app: App;
let browser: Browser;
let secret: string;
beforeAll(async () => {
  office = await PostOffice.open();
  app = await buildApp(office.deps);
  afterThisFile(() => app.close());
  browser = new Browser(app);
  const link = await firstAdministratorLink(office.deps);
  await browser.ask('POST', `/api/sign-in-links/${link!.split('/').at(-1)}`, person);
  ({ secret } = await enrol(browser));
});
afterAll(() => office.close());
beforeEach(async () => {
  office.relay.arrived.length = 0;
  office.deps.clock.travel(2 * minuteMs);
  await office.deps.pool.query('delete from baton.sign_in_attempts');
});

const stranger = () => new Browser(app);

/** Asks for a new password, and does the work that follows; gives the mails that came of it. */
async function ask(email: string) {
  const reply = await stranger().ask('POST', '/api/auth/password-resets', { email });
  const { rows } = await office.deps.pool.query(
    `delete from baton.work where task = 'auth.reset' returning payload`,
  );
  for (const { payload } of rows) await authTasks['auth.reset']!(office.deps, payload);
  await runMailWork(office.deps);
  return { reply, work: rows.length, mails: [...office.relay.arrived] };
}

const tokenIn = (text: string | undefined) => /\/welcome\/([\w-]+)/.exec(text ?? '')![1]!;

test('the answer and the work are the same whether there is such an agent or not', async () => {
  const known = await ask('Ioana@desk.test');
  const unknown = await ask('nobody@desk.test');
  expect([known.reply.status, known.reply.body]).toEqual([202, '']);
  expect([unknown.reply.status, unknown.reply.body]).toEqual([202, '']);
  expect([known.work, unknown.work]).toEqual([1, 1]);
  expect(known.mails.map(({ to }) => to)).toEqual([['ioana@desk.test']]);
  expect(unknown.mails).toHaveLength(1);
});

test('a link by mail sets a new password once, ends all sessions, and keeps the factor', async () => {
  const { mails } = await ask(person.email);
  const token = tokenIn(mails[0]!.mail.text);
  expect((await stranger().ask('GET', `/api/sign-in-links/${token}`)).body.purpose).toBe('reset');
  const path = `/api/sign-in-links/${token}/password`;
  const weak = await stranger().ask('POST', path, { password: 'ioana ioana 12' });
  expect(weak.body.code).toBe('weak_password');
  const back = stranger();
  expect((await back.ask('POST', path, { password: fresh })).body).toEqual({
    lacks: 'second_factor',
    me: null,
  });
  expect((await browser.ask('GET', '/api/me')).status).toBe(401);
  const code = codeFor(secret, new Date(Date.now() + 4 * minuteMs));
  expect((await back.ask('POST', '/api/auth/second-factor', { code })).status).toBe(200);
  expect((await stranger().ask('POST', path, { password: fresh })).status).toBe(404);
});

test('a link for a new password takes nobody over, and lasts an hour', async () => {
  const { mails } = await ask(person.email);
  const token = tokenIn(mails[0]!.mail.text);
  const take = await stranger().ask('POST', `/api/sign-in-links/${token}`, person);
  expect(take.status).toBe(404);
  office.deps.clock.travel(hourMs);
  const path = `/api/sign-in-links/${token}/password`;
  expect((await stranger().ask('POST', path, { password: fresh })).status).toBe(404);
});

test('nobody is flooded with links by strangers, and no table holds one that opens', async () => {
  for (let times = 0; times < 5; times++) await ask(person.email);
  expect(office.relay.arrived).toHaveLength(3);
  const token = tokenIn(office.relay.arrived[0]!.mail.text);
  const { rows } = await office.deps.pool.query('select * from baton.agent_mail');
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('an invitation goes by mail where mail can leave; the link is then not shown', async () => {
  const key = await createKey(office.deps, { name: 'admin', role: 'admin' });
  const admin = askAs(app, { authorization: `Bearer ${key}` });
  const bo = { name: 'Bo', email: 'bo@desk.test', language: 'da' };
  const { id } = (await admin('POST', '/api/agents', bo)).body;
  const made = await admin('POST', `/api/agents/${id}/sign-in-link`, { byMail: true });
  expect(made.body).toMatchObject({ url: null, mailedTo: 'bo@desk.test' });
  await runMailWork(office.deps);
  const [{ mail }] = office.relay.arrived as [(typeof office.relay.arrived)[number]];
  expect(mail.subject).toBe('Dit login til Baton');
  const token = tokenIn(mail.text);
  const taken = await stranger().ask('POST', `/api/sign-in-links/${token}`, {
    ...{ name: 'Bo', email: bo.email, password: fresh },
  });
  expect(taken.body.lacks).toBe('enrolment');
  const shown = await admin('POST', `/api/agents/${id}/sign-in-link`);
  expect(shown.body).toMatchObject({ url: expect.stringContaining('/welcome/'), mailedTo: null });
});
