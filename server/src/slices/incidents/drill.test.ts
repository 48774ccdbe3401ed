import { beforeAll, describe, expect, test } from 'vitest';
import { afterThisFile } from '../../../test/cleanup.ts';
import { type TestDeps, testDeps } from '../../../test/deps.ts';
import { type Ask, askAs } from '../../../test/http.ts';
import { foundPyramid, type Pyramid } from '../../../test/pyramid.ts';
import { buildApp } from '../../app.ts';
import { baton } from '../../kernel/actor.ts';
import { minuteMs } from '../../kernel/duration.ts';
import { openDatabase, runCommand } from '../../platform/db.ts';
import { createKey, linkUrl, makeSignInLink, upkeep } from '../auth/index.ts';

let deps: TestDeps;
let company: Pyramid;
/** Two servers on one database, each with connections and a memory of its own. */
let one: Awaited<ReturnType<typeof buildApp>>;
let other: Awaited<ReturnType<typeof buildApp>>;
let admin: Ask;
let agentId: string;

const anHourAgo = () => new Date(Date.now() - 60 * minuteMs).toISOString();

beforeAll(async () => {
  deps = await testDeps();
  company = await foundPyramid(deps, [3, 1, 1]);
  await upkeep(deps, new Date());
  // Coming in is what is ended here; how it is proved is told by the tests of signing in.
  await deps.db.updateTable('baton.sign_in_rules').set({ second_factor_required: false }).execute();
  const second = openDatabase(deps.databaseUrl, 5);
  one = await buildApp(deps);
  other = await buildApp({ ...deps, db: second.db });
  afterThisFile(async () => {
    await Promise.all([one.close(), other.close()]);
    await second.db.destroy();
  });
  const boss = company.agents[2][0]!;
  await deps.db.updateTable('baton.agents').set({ role: 'admin' }).where('id', '=', boss).execute();
  const key = { name: 'admin', role: 'admin', agentId: boss } as const;
  admin = askAs(one, { authorization: `Bearer ${await createKey(deps, key)}` });
  agentId = company.agents[0][1]!;
});

/** A browser in which somebody took an agent over by a one-time link. */
async function signedIn(id: string) {
  const link = await runCommand(deps, baton, (ctx) => makeSignInLink(ctx, id));
  const token = linkUrl(deps, link.id).split('/').at(-1)!;
  const person = { name: `Agent ${id.slice(-4)}`, email: `${id}@desk.example` };
  const password = 'a long enough password';
  const taken = await askAs(one, {})('POST', `/api/sign-in-links/${token}`, {
    ...person,
    password,
  });
  expect(taken.status).toBe(200);
  const cookie = [taken.headers['set-cookie'] ?? []].flat().map((set) => String(set).split(';')[0]);
  const browser = { cookie: cookie.join('; '), 'sec-fetch-site': 'same-origin' };
  return { at: (app: typeof one) => askAs(app, browser), email: person.email, password };
}

async function openOne(name: string, language = 'en') {
  const customer = { name, email: `${name.toLowerCase()}@customer.test`, language };
  const opening = { customer, subject: `About ${name}`, text: 'Help.' };
  const { body } = await admin('POST', '/api/cases', opening);
  return body as { id: string; number: number; owner: { id: string }; customer: { id: string } };
}

describe('locking an agent out', () => {
  test('ends every way in on both servers at once, and hands their cases over', async () => {
    const { at, email, password } = await signedIn(agentId);
    expect((await at(other)('GET', '/api/me')).status).toBe(200);
    const own = { name: 'own', role: 'agent', agentId } as const;
    const key = { authorization: `Bearer ${await createKey(deps, own)}` };
    expect((await askAs(other, key)('GET', '/api/me')).status).toBe(200);
    for (const name of ['Anna', 'Bea', 'Carl', 'Dora']) await openOne(name);
    const held = await admin('GET', `/api/cases?owner=${agentId}`);
    expect(held.body.items.length).toBeGreaterThan(0);

    const act = { agent: agentId, since: anHourAgo(), reason: 'Laptop stolen on the train.' };
    const locked = await admin('POST', '/api/incidents', act);
    expect(locked).toMatchObject({
      status: 201,
      body: {
        agent: { id: agentId },
        locked: true,
        owner: { id: company.agents[2][0] },
        state: 'open',
        sessionsEnded: 1,
        keysRevoked: 1,
        casesMoved: held.body.items.length,
      },
    });
    for (const app of [one, other]) {
      expect((await at(app)('GET', '/api/me')).status).toBe(401);
      expect((await askAs(app, key)('GET', '/api/me')).status).toBe(401);
      const again = await askAs(app, {})('POST', '/api/auth/sign-in/email', { email, password });
      expect(again.status).toBe(401);
    }
    const left = await admin('GET', `/api/cases?owner=${agentId}&status=open`);
    expect(left.body.items).toEqual([]);
    expect((await openOne('Ella')).owner.id).not.toBe(agentId);
    expect((await admin('POST', `/api/agents/${agentId}/sign-in-link`)).body.code).toBe(
      'wrong_status',
    );
    expect((await admin('POST', '/api/incidents', act)).body.code).toBe('wrong_status');
  });

  test('tells whose data the agent saw in the window, and which', async () => {
    const reader = company.agents[0][2]!;
    const key = { name: 'theirs', role: 'agent', agentId: reader } as const;
    const ask = askAs(other, { authorization: `Bearer ${await createKey(deps, key)}` });
    const [seen, listed] = [await openOne('Hanna', 'da'), await openOne('Ines')];
    await deps.db
      .updateTable('baton.cases')
      .set({ owner_id: reader })
      .where('id', 'in', [seen.id, listed.id])
      .execute();
    await ask('GET', `/api/cases/${seen.id}`);
    await ask('GET', `/api/customers/${seen.customer.id}`);
    await ask('GET', '/api/cases?owner=me');
    const unseen = await openOne('Vera');
    const act = { agent: reader, since: anHourAgo(), reason: 'Password found in a leak.' };
    const { body: incident } = await admin('POST', '/api/incidents', act);
    const at = `/api/incidents/${incident.id}`;
    const { items } = (await admin('GET', `${at}/customers`)).body;
    const found = Object.fromEntries(
      items.map((one: { customer: { id: string }; kinds: string[] }) => [
        one.customer.id,
        one.kinds.toSorted(),
      ]),
    );
    expect(found[seen.customer.id]).toEqual(['contact', 'conversation', 'overview']);
    expect(found[listed.customer.id]).toEqual(['overview']);
    expect(found[unseen.customer.id]).toBeUndefined();
    const table = await admin('GET', `${at}/customers.csv`);
    expect(table.body).toContain('Hanna');
    expect(table.body).not.toContain('Vera');

    expect((await admin('POST', `${at}/notices`)).body.prepared).toBe(items.length);
    expect((await admin('POST', `${at}/notices`)).body.prepared).toBe(0);
    const of = async (id: string) =>
      (await admin('GET', `${at}/customers`)).body.items.find(
        (each: { customer: { id: string } }) => each.customer.id === id,
      ).notice;
    const notice = await of(seen.customer.id);
    expect(notice).toMatchObject({ state: 'prepared', language: 'da' });
    expect(notice.text).toContain('Hej Hanna');
    expect(notice.text).toContain('det, du har skrevet til os, og vi til dig');
    const words = { text: 'Kære Hanna, vi ringer til dig.' };
    const edited = await admin('PATCH', `${at}/notices/${seen.customer.id}`, words);
    expect(edited.status).toBe(204);

    const sent = await admin('POST', `${at}/notices/sending`);
    expect(sent.body).toEqual({ sent: items.length, failed: 0, left: 0 });
    const told = await of(seen.customer.id);
    expect(told).toMatchObject({
      state: 'sent',
      text: words.text,
      case: { id: expect.any(String) },
    });
    const mailed = (await admin('GET', `/api/cases/${told.case.id}`)).body;
    expect(mailed).toMatchObject({ status: 'waiting', owner: { id: company.agents[2][0] } });
    const messages = (await admin('GET', `/api/cases/${told.case.id}/messages`)).body.items;
    expect(messages.map((each: { kind: string }) => each.kind)).toEqual(['note', 'reply']);
    expect(messages[1].text).toBe(words.text);
    const late = await admin('PATCH', `${at}/notices/${seen.customer.id}`, words);
    expect(late.status).toBe(404);
    const shown = (await admin('GET', at)).body;
    expect(shown.notices).toEqual({ prepared: 0, sent: items.length, failed: 0 });
  });

  test('whoever has no mail address is told of as such, whoever is part of another by that one', async () => {
    const who = company.agents[1][0]!;
    const key = { name: 'theirs', role: 'reader', agentId: who } as const;
    const ask = askAs(one, { authorization: `Bearer ${await createKey(deps, key)}` });
    const { body: customer } = await admin('POST', '/api/customers', { name: 'Paul' });
    const { customer: merged } = await openOne('Olga');
    for (const { id } of [customer, merged]) await ask('GET', `/api/customers/${id}`);
    const act = { agent: who, since: anHourAgo(), reason: 'Phishing.' };
    const { body: incident } = await admin('POST', '/api/incidents', act);
    const at = `/api/incidents/${incident.id}`;
    await admin('POST', `${at}/notices`);
    const { body: survivor } = await admin('POST', '/api/customers', { name: 'Olga K.' });
    await admin('POST', `/api/customers/${survivor.id}/merges`, { customer: merged.id });
    expect((await admin('POST', `${at}/notices/sending`)).body).toMatchObject({
      sent: 1,
      failed: 1,
      left: 0,
    });
    const { items } = (await admin('GET', `${at}/customers`)).body;
    const told = { state: 'sent', case: { id: expect.any(String) } };
    expect(items).toMatchObject([
      { customer: { name: 'Olga' }, notice: told },
      { customer: { name: 'Paul' }, notice: { state: 'failed', trouble: 'no_address' } },
    ]);
    const about = (await admin('GET', `/api/cases/${items[0].notice.case.id}`)).body;
    expect(about.customer.id).toBe(survivor.id);
  });

  test('ends by letting them in with new credentials; what was moved is offered back', async () => {
    const incidents = (await admin('GET', '/api/incidents')).body.items;
    const incident = incidents.find((each: { agent: { id: string } }) => each.agent.id === agentId);
    const at = `/api/incidents/${incident.id}`;
    const letIn = await admin('POST', `${at}/letting-in`);
    expect(letIn).toMatchObject({
      status: 201,
      body: { url: expect.stringContaining('/welcome/') },
    });
    const token = letIn.body.url.split('/').at(-1);
    const person = { name: 'Back', email: 'back@desk.example', password: 'another long password' };
    const taken = await askAs(other, {})('POST', `/api/sign-in-links/${token}`, person);
    expect(taken.status).toBe(200);
    expect((await admin('GET', at)).body.locked).toBe(false);
    const offers = await admin('GET', `/api/agents/${agentId}/offers`);
    expect(offers.body.items.length).toBeGreaterThan(0);
    const closed = await admin('PATCH', at, { state: 'closed' }, { 'if-match': '"1"' });
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed', version: 2 } });
    const late = await admin('PATCH', at, { reason: 'x' }, { 'if-match': '"1"' });
    expect(late.body.code).toBe('stale_version');
  });

  test('forces new credentials upon all, and not upon whoever asks', async () => {
    const boss = company.agents[2][0]!;
    const [mine, theirs] = [await signedIn(boss), await signedIn(agentId)];
    const [incident] = (await admin('GET', '/api/incidents')).body.items;
    const renewed = await mine.at(one)('POST', `/api/incidents/${incident.id}/renewals`);
    expect(renewed.status).toBe(201);
    expect(renewed.body.items.length).toBeGreaterThanOrEqual(2);
    expect((await theirs.at(other)('GET', '/api/me')).status).toBe(401);
    expect((await mine.at(other)('GET', '/api/me')).status).toBe(200);
  });

  test('is refused where nobody could let others in again, but for whoever runs the server', async () => {
    const boss = company.agents[2][0]!;
    const act = { agent: boss, since: anHourAgo(), reason: 'Myself.' };
    expect((await admin('POST', '/api/incidents', act)).body.code).toBe('last_active_agent');
    const early = { ...act, agent: agentId, since: new Date(Date.now() + minuteMs).toISOString() };
    expect((await admin('POST', '/api/incidents', early)).body.code).toBe('invalid_request');
  });
});
