import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, askAs } from '../test/http.ts';
import { buildApp } from './app.ts';
import type { App } from './platform/http-types.ts';
import { createKey } from './slices/auth/index.ts';
import { doLetterWork } from './slices/letters/testing.ts';
import { PostOffice } from './slices/mail/testing.ts';

let office: PostOffice;
let app: App;
beforeAll(async () => {
  office = await PostOffice.open();
  app = await buildApp(office.deps);
});
afterAll(async () => {
  await app.close();
  await office.close();
});

/** Areas in which something of a customer can be seen. */
const areas = new Set(['Customers', 'Cases', 'Files', 'Mail', 'Notices', 'References']);

/** What shows nothing of any customer; whatever else is read there leaves a row. */
const impersonal = [
  '/api/agents/{id}/absence-outlook',
  '/api/hand-over-reasons',
  '/api/intakes/share',
  '/api/live',
  '/api/mail/account',
  '/api/mail/account.csv',
  '/api/mail/blocked-senders',
  '/api/mail/brands/{id}/logo',
  '/api/mail/brands/{id}/preview',
  '/api/mail/brands/{id}/relay',
  '/api/mail/channels',
  '/api/mail/channels/{id}',
  '/api/mail/channels/{id}/mailbox',
  '/api/mail/channels/{id}/probe',
  '/api/mail/dkim-keys',
  '/api/mail/settings',
  '/api/notice-choices',
  '/api/notice-defaults',
  '/api/notices/unseen',
  '/api/organisations',
  '/api/organisations/{id}',
  '/api/push-devices',
  '/api/pyramid',
  '/api/rules',
  '/api/rules/names',
  '/api/rules/{id}',
  '/api/rules/{id}/versions',
  '/api/saved-searches',
  '/api/saved-searches/counts',
  '/api/teams/{id}/load',
  '/api/templates',
  '/api/templates/{id}',
  '/api/tiers',
  '/api/topic-rules',
];

type Operation = { tags: string[] };

async function personalRoutes(): Promise<string[]> {
  const { paths } = (await askAs(app, {})('GET', '/api/openapi.json')).body;
  const reading = Object.entries<Record<string, Operation>>(paths).flatMap(([url, item]) =>
    item['get'] && areas.has(item['get'].tags[0]!) ? [url] : [],
  );
  expect(impersonal.filter((url) => !reading.includes(url))).toEqual([]);
  return reading.filter((url) => !impersonal.includes(url));
}

/** A letter with a file became a case; its parts by the beginning of the addresses that show them. */
async function placesOf(ask: Ask): Promise<[beginning: string, id: string][]> {
  const letter = [
    'From: Maria <maria@x.test>\r\nTo: support@acme.test\r\nSubject: Refund',
    'Content-Type: multipart/mixed; boundary=b\r\n',
    '--b\r\nContent-Type: text/html\r\n\r\n<p>Please <b>refund</b>.</p>\r\n--b',
    'Content-Type: text/csv; name="a.csv"\r\nContent-Disposition: attachment\r\n\r\n1;2\r\n--b--',
  ];
  const { id, case_id } = await office.arrive(Buffer.from(letter.join('\r\n')), {
    from: 'maria@x.test',
  });
  await doLetterWork(office.deps);
  const found = (await ask('GET', `/api/cases/${case_id}`)).body;
  const [message] = (await ask('GET', `/api/cases/${case_id}/messages`)).body.items;
  const [outgoing] = (await ask('GET', '/api/mail/outbox')).body.items;
  const [channel] = (await ask('GET', '/api/mail/channels')).body.items;
  return [
    ['/api/agents/', found.owner.id],
    ['/api/cases/', found.id],
    ['/api/customers/', found.customer.id],
    ['/api/files/', message.files[0].id],
    ['/api/messages/', message.id],
    ['/api/mail/inbound/', id],
    ['/api/mail/outbox/', outgoing.id],
    ['/api/mail/channels/', channel.id],
  ];
}

/** What shows what an agent is speaking about with a customer. */
const spoken = ['/api/calls/current', '/api/intakes/open'];

/** The agent is on a call, by which a case was opened. */
async function speakAs(ask: Ask): Promise<void> {
  const { id } = (await ask('POST', '/api/intakes', { way: 'call' })).body;
  await ask('PATCH', `/api/intakes/${id}`, { name: 'Maria', wish: 'My line is dead.' });
}

test('whatever shows something of a customer leaves a row in the access log', async () => {
  const keyOf = async (agentId?: string) => {
    const key = { name: 'looks', role: 'admin', ...(agentId && { agentId }) } as const;
    return askAs(app, { authorization: `Bearer ${await createKey(office.deps, key)}` });
  };
  const places = await placesOf(await keyOf());
  const agent = places[0]![1];
  await speakAs(await keyOf(agent));
  const rows = async () =>
    Number((await office.deps.pool.query('select count(*) from baton.access_log')).rows[0].count);
  const silent: string[] = [];
  for (const url of await personalRoutes()) {
    const [, id = ''] = places.find(([beginning]) => url.startsWith(beginning)) ?? [];
    const path = url.replace('{id}', id).replace('{place}', '0');
    const query = url.endsWith('/address-marks') ? `?case=${places[1]![1]}` : '';
    // What is one's own is told to agents only; everything else a fresh key asks for.
    const own =
      ['/api/notices', '/api/tasks', '/api/drafts', ...spoken].includes(url) ||
      url.endsWith('/offers');
    const ask = await keyOf(own ? agent : undefined);
    const before = await rows();
    const { status } = await ask('GET', `${path}${query}`);
    expect([url, status]).toEqual([url, url.endsWith('/customer-suggestion') ? status : 200]);
    if ((await rows()) === before) silent.push(url);
  }
  expect(silent).toEqual([]);
});
