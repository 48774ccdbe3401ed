import { describe, expect, test } from 'vitest';
import { type Ask, testServer } from '../test/http.ts';

type Operation = { 'x-access': string; 'x-audit'?: string; tags: string[] };
type Route = { method: string; url: string; audit: string | undefined; operation: Operation };

/** A kind of setting is a code; why something is none is a sentence. */
const isKind = (audit: string | undefined) => audit !== undefined && !audit.includes(' ');

async function changingRoutes(ask: Ask): Promise<Route[]> {
  const { paths } = (await ask('GET', '/api/openapi.json')).body;
  return Object.entries<Record<string, Operation>>(paths).flatMap(([url, item]) =>
    Object.entries(item)
      .filter(([method, operation]) => method !== 'get' && operation['x-access'] !== 'public')
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        url,
        audit: operation['x-audit'],
        operation,
      })),
  );
}

type House = Awaited<ReturnType<typeof testServer>>;
/** A route, and what is sent to it; its parameters come from what was made before. */
type Step = [
  route: string,
  body?: ((made: Map<string, string>) => object) | undefined,
  before?: (house: House, made: Map<string, string>) => Promise<unknown>,
];

const name = (text: string) => () => ({ name: text });
const at = (made: Map<string, string>, what: string) => made.get(what)!;
const login = { kind: 'password', password: 'a secret of theirs' };
const place = { host: '127.0.0.1', port: 1, security: 'plain', username: 'help' };
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

/** The smallest picture there is, as somebody uploads it. */
async function upload({ admin }: House, made: Map<string, string>) {
  const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');
  const head =
    'Content-Disposition: form-data; name="file"; filename="a.gif"\r\nContent-Type: image/gif';
  const form = Buffer.concat([
    Buffer.from(`--b\r\n${head}\r\n\r\n`),
    gif,
    Buffer.from('\r\n--b--'),
  ]);
  const type = { 'content-type': 'multipart/form-data; boundary=b' };
  made.set('picture', (await admin('POST', '/api/files', form, type)).body.id);
}

/** One change by each route that changes a setting, in an order in which they work. */
const steps: Step[] = [
  ['POST /api/agents', () => ({ name: 'Ben', email: 'ben@desk.example' })],
  ['PATCH /api/agents/{id}', name('Benjamin')],
  ['POST /api/agents/{id}/sign-in-link', () => ({})],
  [
    'POST /api/teams',
    (made) => ({
      name: 'Night shift',
      level: 3,
      lead: at(made, 'agents'),
      members: [{ agent: at(made, 'agents') }],
    }),
  ],
  ['PATCH /api/teams/{id}', name('Nights')],
  ['DELETE /api/teams/{id}'],
  ['POST /api/levels', () => ({ name: 'Board' })],
  ['PATCH /api/levels/{id}', name('The board')],
  ['DELETE /api/levels/{id}'],
  ['POST /api/brands', name('Aurora')],
  ['PATCH /api/brands/{id}', name('Aurora Ltd')],
  ['PUT /api/mail/brands/{id}/relay', () => ({ ...place, login })],
  ['DELETE /api/mail/brands/{id}/relay'],
  ['PUT /api/mail/brands/{id}/logo', (made) => ({ file: at(made, 'picture') }), upload],
  ['DELETE /api/mail/brands/{id}/logo'],
  ['DELETE /api/brands/{id}'],
  [
    'POST /api/templates',
    () => ({ name: 'Hello', text: 'Dear {{customer.name}}', language: 'en' }),
  ],
  ['PATCH /api/templates/{id}', name('Good day')],
  ['DELETE /api/templates/{id}'],
  ['POST /api/templates/{id}/restoration'],
  ['POST /api/templates/starters', () => ({ languages: ['en'] })],
  ['POST /api/topics', name('Billing')],
  ['PATCH /api/topics/{id}', name('Bills')],
  [
    'PUT /api/topics/{id}/questions',
    () => ({ items: [{ kind: 'text', labels: { en: 'Which bill?' } }] }),
  ],
  ['PUT /api/topics/{id}/advisers', (made) => ({ agents: [at(made, 'agents')] })],
  [
    'POST /api/topic-rules',
    (made) => ({ name: 'Bills', topic: at(made, 'topics'), conditions: { words: ['bill'] } }),
  ],
  ['PATCH /api/topic-rules/{id}', () => ({ active: false })],
  ['DELETE /api/topic-rules/{id}'],
  ['DELETE /api/topics/{id}'],
  [
    'POST /api/rules',
    () => ({
      name: 'Refunds are urgent',
      when: { on: 'case_opened' },
      acts: [{ do: 'set_urgency', urgency: 'urgent' }],
    }),
  ],
  ['PATCH /api/rules/{id}', name('Refunds')],
  ['POST /api/rules/{id}/restorations', () => ({ version: 1 })],
  ['DELETE /api/rules/{id}'],
  ['POST /api/calendars', () => ({ name: 'Shop', zone: 'Europe/Bucharest' })],
  ['PATCH /api/calendars/{id}', name('The shop')],
  ['DELETE /api/calendars/{id}'],
  ['PUT /api/company/closed-days', () => ({ days: [{ day: '2030-12-25', name: 'Christmas' }] })],
  ['PATCH /api/company', () => ({ firstReply: 'PT2H' })],
  [
    'POST /api/hand-over-reasons',
    () => ({ directions: ['up'], labels: { en: 'Beyond my authority' } }),
  ],
  ['PATCH /api/hand-over-reasons/{id}', () => ({ active: false })],
  ['POST /api/tiers', name('Gold')],
  ['PATCH /api/tiers/{id}', () => ({ adds: 'A call a month' })],
  ['DELETE /api/tiers/{id}'],
  [
    'POST /api/absences',
    (made) => ({ agent: at(made, 'agents'), from: inAnHour(), reason: 'holiday' }),
  ],
  ['PATCH /api/absences/{id}', () => ({ reason: 'sick' })],
  ['DELETE /api/absences/{id}'],
  ['POST /api/absences', (made) => ({ agent: at(made, 'agents'), reason: 'sick' })],
  ['POST /api/absences/{id}/ending'],
  ['POST /api/mail/channels', () => ({ name: 'Shop', address: 'shop@desk.example' })],
  ['POST /api/mail/channels', () => ({ name: 'Help', address: 'help@desk.example' })],
  ['PATCH /api/mail/channels/{id}', name('Help desk')],
  ['POST /api/mail/channels/{id}/pause'],
  ['POST /api/mail/channels/{id}/resume'],
  ['PUT /api/mail/channels/{id}/mailbox', () => ({ ...place, login })],
  ['POST /api/mail/channels/{id}/older', () => ({ since: '2020-01-01T00:00:00Z' })],
  ['DELETE /api/mail/channels/{id}/mailbox'],
  ['DELETE /api/mail/channels/{id}'],
  ['POST /api/mail/blocked-senders', () => ({ sender: 'spam@elsewhere.example' })],
  ['DELETE /api/mail/blocked-senders/{sender}'],
  ['PATCH /api/mail/settings', () => ({ trustedHosts: ['mx.desk.example'] })],
  ['POST /api/mail/dkim-keys', () => ({ domain: 'desk.example' })],
  ['DELETE /api/mail/dkim-keys/{domain}'],
  ['POST /api/roles', () => ({ name: 'Postmaster', areas: { Mail: 'admin' } })],
  ['PATCH /api/roles/{id}', (made) => ({ agents: [at(made, 'agents')] })],
  ['DELETE /api/roles/{id}'],
  ['POST /api/keys', () => ({ name: 'nightly', role: 'reader' })],
  ['POST /api/keys/{id}/revocation'],
  ['PATCH /api/sign-in-rules', () => ({ secondFactorRequired: false })],
  ['PATCH /api/notice-defaults', () => ({ groups: { customer: { mail: true } }, keepDays: 90 })],
  [
    'PUT /api/identity-provider',
    () => ({
      ...{ name: 'Accounts', issuer: 'https://accounts.example.org', clientId: 'baton' },
      ...{ secret: 'a secret of theirs', domains: ['example.org'], active: true, required: false },
      factorValues: [],
    }),
  ],
  ['DELETE /api/agents/{id}/second-factors'],
  ['DELETE /api/agents/{id}/sessions'],
  ['PATCH /api/access-log/settings', () => ({ months: 12 })],
  [
    'POST /api/incidents',
    (made) => ({ agent: at(made, 'agents'), since: '2026-01-01T00:00:00Z', reason: 'Stolen.' }),
  ],
  ['PATCH /api/incidents/{id}', () => ({ reason: 'Lost.' })],
  ['POST /api/incidents/{id}/letting-in'],
  ['POST /api/incidents/{id}/renewals'],
];

/** Does one step, and keeps the id of what it made under the name of its list. */
async function take(house: House, [route, body, before]: Step, made: Map<string, string>) {
  await before?.(house, made);
  const [method, url] = route.split(' ') as ['POST', string];
  const list = url.startsWith('/api/mail/brands')
    ? 'brands'
    : url.replace('/api/mail/', '/api/').split('/')[2]!;
  const given = body?.(made);
  const own = { '{domain}': 'desk.example', '{sender}': 'spam@elsewhere.example' };
  const path = Object.entries(own)
    .reduce((text, [gap, value]) => text.replace(gap, value), url)
    .replace('{id}', made.get(list) ?? '');
  const answer = await house.admin(method, path, given ?? (method === 'POST' ? {} : undefined));
  expect([route, answer.status < 300, answer.body]).toEqual([route, true, answer.body]);
  const id = answer.body?.id ?? answer.body?.key?.id;
  if (method === 'POST' && !url.includes('{') && id !== undefined) made.set(list, String(id));
  return answer;
}

describe('who changed which setting', () => {
  test('is said by every route that changes one, or it says why it changes none', async () => {
    const { stranger } = await testServer();
    const silent = (await changingRoutes(stranger)).filter(({ audit, operation }) => {
      const { tags, 'x-access': access } = operation;
      const isSetting = access === 'admin' || ['Access', 'People', 'Mail'].includes(tags[0]!);
      return isSetting && audit === undefined;
    });
    expect(silent.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  });

  test('is written down by each, from what to what, and never a secret', async () => {
    const house = await testServer();
    const routes = (await changingRoutes(house.stranger)).filter(({ audit }) => isKind(audit));
    const kinds = new Map(routes.map(({ method, url, audit }) => [`${method} ${url}`, audit]));
    expect(new Set(steps.map(([route]) => route))).toEqual(new Set(kinds.keys()));
    const made = new Map<string, string>();
    let seen = 0;
    for (const step of steps) {
      await take(house, step, made);
      const { items } = (await house.admin('GET', '/api/settings-audit?limit=1')).body;
      const [latest] = items;
      expect([step[0], latest]).toEqual([
        step[0],
        expect.objectContaining({
          kind: kinds.get(step[0]),
          actor: expect.objectContaining({ kind: 'key', name: 'a admin' }),
          address: '127.0.0.1',
        }),
      ]);
      expect([step[0], latest.seq > seen, latest.changes.length > 0]).toEqual([
        step[0],
        true,
        true,
      ]);
      seen = latest.seq;
    }
    const everything = JSON.stringify(
      (await house.admin('GET', '/api/settings-audit?limit=200')).body,
    );
    expect(everything).not.toContain('a secret of theirs');
    expect(everything).not.toContain('baton_');
    const table = String((await house.admin('GET', '/api/settings-audit.csv')).body);
    expect(table).toContain('login.password,,(changed)');
    expect(table).not.toContain('a secret of theirs');
  });

  test('tells one thing by one, and of two at once the one after the other', async () => {
    const { admin, as } = await testServer();
    const { id } = (await admin('POST', '/api/topics', { name: 'A' })).body;
    await Promise.all(
      ['B', 'C', 'D'].map((next) => admin('PATCH', `/api/topics/${id}`, { name: next })),
    );
    await admin('PATCH', `/api/topics/${id}`, {});
    const { items } = (await admin('GET', '/api/settings-audit?kind=topic')).body;
    const names = items.map((one: { changes: { field: string; from: string; to: string }[] }) => {
      const { from, to } = one.changes.find(({ field }) => field === 'name')!;
      return [from, to];
    });
    expect(names).toHaveLength(4);
    expect(items.map((one: { act: string }) => one.act).toReversed()[0]).toBe('made');
    for (const [place, [from]] of names.entries()) {
      expect(from).toBe(names[place + 1]?.[1] ?? null);
    }
    expect((await (await as('lead'))('GET', '/api/settings-audit')).status).toBe(403);
  });

  test('is no more when the change was refused', async () => {
    const { admin } = await testServer();
    await admin('POST', '/api/brands', { name: 'Aurora' });
    expect((await admin('POST', '/api/brands', { name: 'Aurora' })).status).toBe(409);
    const once = { 'idempotency-key': 'one' };
    await admin('POST', '/api/topics', { name: 'Bills' }, once);
    await admin('POST', '/api/topics', { name: 'Bills' }, once);
    const { items } = (await admin('GET', '/api/settings-audit')).body;
    expect(items.map((one: { kind: string }) => one.kind)).toEqual(['topic', 'brand']);
  });
});
