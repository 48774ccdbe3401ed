import { beforeAll, expect, test } from 'vitest';
import { exampleBodies, type Schema } from '../test/example-body.ts';
import { afterThisFile } from '../test/cleanup.ts';
import { testDeps, type TestDeps } from '../test/deps.ts';
import { type Ask, askAs, type Reply } from '../test/http.ts';
import { nameOf, permissionTable, type Route } from '../test/permission-table.ts';
import { asAgent, foundPyramid, type Pyramid } from '../test/pyramid.ts';
import { buildApp } from './app.ts';
import { baton } from './kernel/actor.ts';
import { inTransaction, runCommand } from './platform/db.ts';
import type { App } from './platform/http-types.ts';
import { newId } from './platform/ids.ts';
import { createKey } from './slices/auth/index.ts';
import { addFile } from './slices/cases/index.ts';
import { acceptMessage } from './slices/mail/commands/accept-message.ts';
import { foundChannel } from './slices/mail/index.ts';
import { doLetterWork } from './slices/letters/testing.ts';
import { runMailWork } from './slices/mail/testing.ts';

/*
 * Two front lines that have nothing to do with each other. Every thing of the first is tried by an
 * agent and a lead of the second, and by keys without a person, by every route that takes its id:
 * they must learn nothing, not even that it is there.
 */

/** Stand in all that is the first line's; no answer to others may hold one of them. */
const marks = /zqmaria|zqrouter|zqletter|zqfile|zqnote|zqtask/i;
const letter = [
  'From: Zqmaria <zqmaria@customer.test>',
  'Message-ID: <zqletter@customer.test>',
  'Subject: zqrouter',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b\r\nContent-Type: text/html\r\n\r\n<b>zqletter</b>',
  '--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=zqfile.txt\r\n\r\nzqfile',
  '--b--\r\n',
].join('\r\n');

const kinds = [
  ...(['case', 'customer', 'message', 'file', 'upload', 'task'] as const),
  ...(['inbound', 'outbound', 'breaker', 'participant', 'call', 'intake'] as const),
];
type Things = Record<(typeof kinds)[number], string>;

/** Whose ids stand in an address, by how it begins. */
const confidential: Record<string, keyof Things> = {
  '/api/cases/': 'case',
  '/api/customers/': 'customer',
  '/api/files/': 'file',
  '/api/tasks/': 'task',
  '/api/messages/': 'message',
  '/api/calls/': 'call',
  '/api/intakes/': 'intake',
  '/api/mail/inbound/': 'inbound',
  '/api/mail/outbox/': 'outbound',
  '/api/mail/breakers/': 'breaker',
  '/api/mail/address-marks/': 'case',
};
/** The house itself, which all who work there know. */
const house = [
  ...['agents', 'absences', 'teams', 'levels', 'brands', 'topics', 'calendars', 'keys', 'roles'],
  ...['topic-rules', 'hand-over-reasons', 'sign-in-links', 'mail/channels', 'mail/brands'],
  ...['mail/dkim-keys', 'mail/blocked-senders', 'rules', 'incidents', 'templates'],
  ...['organisations', 'tiers'],
  // One's own, which is tried by tests of its own.
  ...['auth/passkeys', 'auth/sessions', 'saved-searches', 'push-devices', 'drafts'],
].map((name) => `/api/${name}/`);

/** Which thing the field of a body names; all others name the house. */
const fields: Record<string, keyof Things> = {
  into: 'case',
  case: 'case',
  customer: 'customer',
  files: 'file',
  marked: 'message',
};

let deps: TestDeps;
let app: App;
let company: Pyramid;
let theirs: Things;
let own: Pick<Things, 'case' | 'customer'>;
let table: Route[];
let bodies: (route: Route, ids: (field: string) => string | undefined) => unknown[];
let admin: Ask;
const foreigners: Record<string, { ask: Ask; rank: 'agent' | 'lead' }> = {};

beforeAll(async () => {
  deps = await testDeps();
  company = await foundPyramid(deps);
  await inTransaction(deps.db, (tx) => foundChannel(tx));
  app = await buildApp(deps);
  afterThisFile(() => app.close());
  const as = async (role: 'agent' | 'lead' | 'admin', agentId?: string) => {
    const key = { name: role, role, ...(agentId ? { agentId } : {}) };
    return askAs(app, { authorization: `Bearer ${await createKey(deps, key)}` });
  };
  admin = await as('admin');
  const others = await secondLine();
  foreigners['an agent of another team'] = { ask: await as('agent', others.agent), rank: 'agent' };
  foreigners['the lead of another team'] = { ask: await as('lead', others.lead), rank: 'lead' };
  foreigners['a key without a person'] = { ask: await as('lead'), rank: 'lead' };
  theirs = await thingsOfTheFirstLine();
  own = await caseOf(others.topic);
  table = await permissionTable();
  const { paths } = (await admin('GET', '/api/openapi.json')).body;
  bodies = ({ url, method }, ids) => {
    const operation = paths[url][method.toLowerCase()];
    const schema: Schema | undefined = operation.requestBody?.content['application/json']?.schema;
    return exampleBodies(schema, (field) => (fields[field] ? ids(field) : undefined));
  };
});

/** A team of two beside the front line, with a topic of its own. */
async function secondLine() {
  const people = await Promise.all(
    ['lead', 'agent'].map((role) =>
      admin('POST', '/api/agents', { name: `Other ${role}`, email: `${role}@other.example`, role }),
    ),
  );
  const [lead, agent] = people.map(({ body }) => body.id as string) as [string, string];
  const team = { name: 'Other line', level: 1, lead, above: company.teams[1] };
  const members = [lead, agent].map((one) => ({ agent: one, capacity: 9 }));
  const made = await admin('POST', '/api/teams', { ...team, members });
  expect(made).toMatchObject({ status: 201 });
  const topic = await admin('POST', '/api/topics', { name: 'Other', team: made.body.id });
  return { lead, agent, topic: topic.body.id as string };
}

async function caseOf(topic: string) {
  const customer = { name: 'Peter', email: 'peter@other.test' };
  const opening = { customer, subject: 'Other', text: 'Other.', topic };
  const { body } = await admin('POST', '/api/cases', opening);
  return { case: body.id as string, customer: body.customer.id as string };
}

/** A letter with a file, which became a case; a reply, a note, a task, and what else belongs to it. */
async function thingsOfTheFirstLine(): Promise<Things> {
  const channel = await deps.db.selectFrom('baton.channels').select('id').executeTakeFirstOrThrow();
  const raw = await deps.storage.put(Buffer.from(letter));
  const inbound = await runCommand(deps, baton, (ctx) =>
    acceptMessage(ctx, {
      channelId: channel.id,
      door: 'smtp',
      envelopeFrom: 'zqmaria@customer.test',
      recipients: ['help@acme.test'],
      remoteAddress: null,
      raw,
    }),
  );
  await runMailWork(deps);
  await doLetterWork(deps);
  const found = await admin('GET', '/api/cases');
  const [{ id, customer }] = found.body.items;
  const at = `/api/cases/${id}`;
  const upload = await runCommand(deps, asAgent(company.agents[0][0]!), (ctx) =>
    addFile(ctx, { ...raw, name: 'zqfile.eml', type: 'message/rfc822' }),
  );
  await admin('POST', `${at}/replies`, { text: 'zqletter', files: [] });
  await admin('POST', `${at}/notes`, { text: 'zqnote' });
  const task = { agent: company.agents[1][0], what: 'zqtask' };
  const made = await admin('POST', `${at}/tasks`, task);
  const copied = await admin('POST', `${at}/participants`, { address: 'zqmaria@home.test' });
  const said = (await admin('GET', `${at}/messages`)).body.items;
  const spoken = await spokenAbout(id);
  const breaker = newId();
  const opened = { kind: 'channel', opened_at: new Date(), counted: 9 };
  const row = { id: breaker, channel_id: channel.id, ...opened };
  await deps.db.insertInto('baton.breakers').values(row).execute();
  await runMailWork(deps);
  const sent = await deps.db.selectFrom('baton.outbound').select('id').executeTakeFirstOrThrow();
  return {
    case: id,
    customer: customer.id,
    message: said[0].id,
    file: said[0].files[0].id,
    upload,
    task: made.body.id,
    inbound,
    outbound: sent.id,
    breaker,
    participant: copied.body.items.at(-1).id,
    ...spoken,
  };
}

/** A call about the case, and one that is being taken down. */
async function spokenAbout(id: string): Promise<Pick<Things, 'call' | 'intake'>> {
  const key = { name: 'on the phone', role: 'agent', agentId: company.agents[0][0]! } as const;
  const ask = askAs(app, { authorization: `Bearer ${await createKey(deps, key)}` });
  const call = await ask('POST', '/api/calls', { case: id, direction: 'in' });
  await ask('POST', `/api/calls/${call.body.id}/marks`, { kind: 'ended' });
  await ask('PATCH', `/api/calls/${call.body.id}`, { note: 'zqnote' });
  const intake = await ask('POST', '/api/intakes', { way: 'visit' });
  await ask('PATCH', `/api/intakes/${intake.body.id}`, {
    name: 'Zqmaria',
    wish: 'My zqrouter is off.',
  });
  return { call: call.body.id, intake: intake.body.id };
}

/** The routes whose address names a thing of a case, with which. */
function aboutThings(): [Route, keyof Things][] {
  return table.flatMap((route) => {
    if (!route.url.includes('{')) return [];
    const begins = Object.keys(confidential).find((one) => route.url.startsWith(one));
    if (begins) return [[route, confidential[begins]!]];
    expect(house.some((one) => route.url.startsWith(one)) ? '' : `whose is ${route.url}?`).toBe('');
    return [];
  });
}

/** The address of a route about a thing: the first id is its own, the others what belongs to it. */
function pathOf(route: Route, kind: keyof Things, things: Partial<Things>): string {
  const of = (name: string) => things[name as keyof Things] ?? newId();
  return route.url
    .replace(/\{(id|case)\}/, of(kind))
    .replace('{place}', '0')
    .replace('{address}', 'zqmaria@customer.test')
    .replace('{agent}', company.agents[0][0]!)
    .replaceAll(/\{(\w+)\}/g, (_found, name: string) => of(name));
}

/** What an answer says, apart from where it was asked for. */
function said({ status, body }: Reply) {
  return { status, code: body?.code, detail: body?.detail, errors: body?.errors };
}

const events = () => deps.db.selectFrom('baton.case_events').selectAll().execute();
const mayKnock = ({ least }: Route, rank: 'agent' | 'lead') =>
  least === 'reader' || least === 'agent' || least === rank;

test.each(['an agent of another team', 'the lead of another team', 'a key without a person'])(
  '%s finds nothing behind the id of another line, by any route',
  async (who) => {
    const { ask, rank } = foreigners[who]!;
    const before = await events();
    const refusedFirst = new Set<string>();
    const routes = aboutThings().filter(([route]) => mayKnock(route, rank));
    expect(routes.length).toBeGreaterThan(40);
    for (const [route, kind] of routes) {
      for (const body of bodies(route, (field) => theirs[fields[field]!])) {
        const real = await ask(route.method, pathOf(route, kind, theirs), body);
        const unreal = await ask(route.method, pathOf(route, kind, {}), body);
        const name = nameOf(route);
        // What is wrong with the request itself may be said first, and is the same for both.
        if (real.status !== 400)
          expect({ name, ...said(real) }).toMatchObject({ name, status: 404 });
        else refusedFirst.add(name);
        expect({ name, ...said(real) }).toEqual({ name, ...said(unreal) });
      }
    }
    expect(await events()).toEqual(before);
  },
);

test.each(['an agent of another team', 'the lead of another team'])(
  '%s cannot lead something of another line into a case of their own',
  async (who) => {
    const { ask, rank } = foreigners[who]!;
    let tried = 0;
    for (const route of table.filter((one) => one.method !== 'GET' && mayKnock(one, rank))) {
      const named = new Set<string>();
      bodies(route, (field) => void named.add(field));
      if (named.size === 0) continue;
      const kind = aboutThings().find(([one]) => one === route)?.[1] ?? 'case';
      const withIds = (ids: Partial<Things>) =>
        Promise.all(
          bodies(route, (field) => ids[fields[field]!] ?? newId()).map((body) =>
            ask(route.method, pathOf(route, kind, own), body),
          ),
        );
      const real = await withIds(theirs);
      const unreal = await withIds({});
      for (const [form, answer] of real.entries()) {
        const name = nameOf(route);
        expect({ name, status: answer.status }).toEqual({ name, status: unreal[form]!.status });
        expect({ name, body: said(answer) }).toEqual({ name, body: said(unreal[form]!) });
        expect(JSON.stringify(answer.body)).not.toMatch(marks);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(5);
  },
);

test.each(['an agent of another team', 'the lead of another team', 'a key without a person'])(
  '%s reads nothing of another line in any list or view',
  async (who) => {
    const { ask, rank } = foreigners[who]!;
    const routes = table.filter((one) => one.method === 'GET' && mayKnock(one, rank));
    const things: Record<string, string> = {
      agents: company.agents[0][0]!,
      teams: company.teams[0],
      levels: '1',
      brands: company.brandId,
    };
    for (const route of routes) {
      const [, family = ''] = /^\/api\/([\w-]+)/.exec(route.url)!;
      const path = route.url
        .replace(/\{\w+\}/, things[family] ?? newId())
        .replaceAll(/\{\w+\}/g, '0');
      for (const query of [
        '',
        '?q=zqrouter',
        `?customer=${theirs.customer}`,
        `?case=${theirs.case}`,
      ]) {
        const { body } = await ask('GET', `${path}${query}`);
        // A refusal repeats where it was asked for.
        const { instance: _, ...rest } = Object(body);
        expect({ path, text: JSON.stringify(rest).match(marks) }).toEqual({ path, text: null });
      }
    }
    const all = (await admin('GET', '/api/cases')).body;
    expect(JSON.stringify(all)).toMatch(marks);
  },
);
