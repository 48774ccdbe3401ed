import { expect, test } from 'vitest';
import { testServer } from '../../../test/http.ts';
import { buildApp } from '../../app.ts';
import { afterThisFile } from '../../../test/cleanup.ts';
import { firstAdministratorLink } from './index.ts';
import { Browser, codeFor, enrol } from './testing.ts';

const person = { name: 'Ioana', email: 'ioana@example.org', password: 'a long enough password' };

async function signedInTwice() {
  const server = await testServer();
  const here = new Browser(server.app);
  const link = await firstAdministratorLink(server.deps);
  await here.ask('POST', `/api/sign-in-links/${link!.split('/').at(-1)}`, person);
  const { secret } = await enrol(here);
  const there = new Browser(server.app);
  const { email, password } = person;
  await there.ask('POST', '/api/auth/sign-in/email', { email, password });
  await there.ask('POST', '/api/auth/second-factor', { code: codeFor(secret, new Date(), 1) });
  const [agent] = (await server.admin('GET', '/api/agents')).body.items;
  return { ...server, here, there, agentId: agent.id as string };
}

test('sessions are listed with place and device, the present one marked, never the token', async () => {
  const { here } = await signedInTwice();
  const { body } = await here.ask('GET', '/api/auth/sessions');
  expect(body.items).toMatchObject([
    { way: 'password', address: '127.0.0.1', current: false },
    { way: 'password', address: '127.0.0.1', current: true },
  ]);
  const [token] = decodeURIComponent([...here.cookies.values()][0]!).split('.');
  expect(JSON.stringify(body)).not.toContain(token);
});

test('one is ended, or all others, and that counts with the next request on every server', async () => {
  const { deps, here, there } = await signedInTwice();
  const app = await buildApp(deps);
  afterThisFile(() => app.close());
  const onOtherServer = new Browser(app);
  for (const [name, value] of there.cookies) onOtherServer.cookies.set(name, value);
  expect((await onOtherServer.ask('GET', '/api/me')).status).toBe(200);
  const { items } = (await here.ask('GET', '/api/auth/sessions')).body;
  const other = items.find((one: { current: boolean }) => !one.current);
  expect((await here.ask('DELETE', `/api/auth/sessions/${other.id}`)).status).toBe(204);
  expect((await onOtherServer.ask('GET', '/api/me')).status).toBe(401);
  expect((await here.ask('DELETE', `/api/auth/sessions/${other.id}`)).status).toBe(404);
  expect((await here.ask('DELETE', '/api/auth/sessions')).status).toBe(204);
  expect((await here.ask('GET', '/api/auth/sessions')).body.items).toHaveLength(1);
});

test('an administrator signs an agent out everywhere', async () => {
  const { admin, here, there, agentId } = await signedInTwice();
  expect((await admin('GET', `/api/agents/${agentId}/sessions`)).body.items).toHaveLength(2);
  expect((await admin('DELETE', `/api/agents/${agentId}/sessions`)).status).toBe(204);
  for (const browser of [here, there]) {
    expect((await browser.ask('GET', '/api/me')).status).toBe(401);
  }
});

test('nobody ends the sessions of somebody else by their id', async () => {
  const { here } = await signedInTwice();
  const elsewhere = await signedInTwice();
  const { items } = (await elsewhere.here.ask('GET', '/api/auth/sessions')).body;
  expect((await here.ask('DELETE', `/api/auth/sessions/${items[0].id}`)).status).toBe(404);
});
