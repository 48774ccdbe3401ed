import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { afterThisFile } from '../../../test/cleanup.ts';
import { type TestDeps, testDeps } from '../../../test/deps.ts';
import { type Ask, askAs } from '../../../test/http.ts';
import { foundPyramid, type Pyramid } from '../../../test/pyramid.ts';
import { buildApp } from '../../app.ts';
import { createKey } from '../auth/index.ts';
import { scopeOf } from '../cases/index.ts';
import { checks } from './checks.ts';
import { lookFor } from './look-for.ts';
import { fillIndex, tasks } from './upkeep.ts';

let deps: TestDeps;
let company: Pyramid;
let admin: Ask;
let as: (role: 'reader' | 'agent' | 'lead', agentId?: string) => Promise<Ask>;

beforeAll(async () => {
  deps = await testDeps();
  company = await foundPyramid(deps);
  const app = await buildApp(deps);
  afterThisFile(() => app.close());
  const by = async (key: Parameters<typeof createKey>[1]) =>
    askAs(app, { authorization: `Bearer ${await createKey(deps, key)}` });
  admin = await by({ name: 'admin', role: 'admin' });
  as = (role, agentId) => by({ name: role, role, ...(agentId && { agentId }) });
});

let count = 0;
async function open(
  text: string,
  more: { subject?: string; language?: string; name?: string } = {},
) {
  count += 1;
  const { name = 'Maria', language = 'en', subject = 'A matter' } = more;
  const customer = { name, email: `someone${count}@customer.test`, language };
  const { status, body } = await admin('POST', '/api/cases', { customer, subject, text });
  expect(status).toBe(201);
  return body;
}
async function note(caseId: string, text: string) {
  const { status, body } = await admin('POST', `/api/cases/${caseId}/notes`, { text });
  expect({ status, code: body.code }).toEqual({ status: 201 });
}
const find = async (q: string, ask = admin) =>
  (await ask('GET', `/api/search?q=${encodeURIComponent(q)}`)).body;
const idsOf = async (q: string, ask = admin) =>
  (await find(q, ask)).items.map((one: { id: string }) => one.id);

test('what nobody waits for any more is not looked for', async () => {
  await open('An axolotl.');
  const looking = { q: 'axolotl', narrowing: {}, limit: 5, before: null };
  const actor = { kind: 'key', id: crypto.randomUUID(), role: 'admin' } as const;
  const scope = await scopeOf(deps.db, actor);
  const found = await lookFor(deps, actor, scope, looking, false);
  expect(found).toMatchObject({ cases: [{}], complete: true });
  const unwanted = AbortSignal.abort();
  const left = await lookFor(deps, actor, scope, { ...looking, unwanted }, false);
  expect(left).toMatchObject({ cases: [], complete: false });
});

describe('finds', () => {
  it.each([
    ['en', 'The invoices were refunded twice.', ['invoice', 'refund', 'INVOICES', 'invoi']],
    ['ru', 'Где моя посылка? Счёт оплачен.', ['посылки', 'счета', 'счет', 'счёт', 'посыл']],
    [
      'ru',
      'Новый чайник с длинной ручкой, последний заказ на ёлки.',
      ['новая', 'новые чайники', 'длинный', 'последние', 'заказы', 'елка', 'ёлка'],
    ],
    [
      'hu',
      'A visszatérítést még nem kaptam meg, a számlát kifizettem.',
      ['visszatérítés', 'visszaterites', 'számla', 'szamla'],
    ],
    [
      'hu',
      'A megrendelésemet lemondtam, a csomagokért és a szerződésükért írok az ügyfélszolgálatnak.',
      ['megrendelés', 'csomag', 'csomagot', 'szerződés', 'szerzodesek', 'ügyfélszolgálat'],
    ],
    ['ro', 'Am plătit facturile pentru mașină.', ['factura', 'mașini', 'maşina', 'masina']],
    [
      'ro',
      'Achiziţia e greşită, înştiinţaţi-mă.',
      ['achiziția', 'greșit', 'gresita', 'înștiințați'],
    ],
    ['da', 'Jeg har betalt regningerne for pakken på øen.', ['regning', 'pakker', 'øen', 'oen']],
    [
      'da',
      'Æblerne fra Ærø og blåbærrene var dårlige.',
      ['æble', 'aero', 'blåbær', 'blabaer', 'dårlig'],
    ],
    ['zh', '订单付款失败了，请退款给我。', ['付款', '退款', '付款失败', '款']],
    ['zh', 'サーバーが動きません ไม่ได้รับของ', ['動き', 'ได้รับ', 'サーバー']],
    [
      'en',
      'Order ORD-2026-0012345, parcel AB12/77 for joe.bloggs@home.example',
      [
        '0012345',
        '12345',
        'ord-2026',
        'AB12/77',
        'joe.bloggs@home.example',
        'home.example',
        '"order ord"',
      ],
    ],
  ])('%s: %s', async (language, text, questions) => {
    const one = await open(text, { language });
    for (const q of questions) {
      expect({ q, found: (await idsOf(q)).includes(one.id) }).toEqual({ q, found: true });
    }
  });

  it('all words, as they stand, and without', async () => {
    const both = await open('The zebra parcel came late and broken.');
    const late = await open('The zebra parcel came late.');
    expect(await idsOf('zebra late')).toEqual([late.id, both.id]);
    expect(await idsOf('zebra -broken')).toEqual([late.id]);
    expect(await idsOf('"zebra parcel came"')).toEqual([late.id, both.id]);
    expect(await idsOf('"parcel zebra"')).toEqual([]);
    expect(await idsOf('zebra giraffe')).toEqual([]);
  });

  it('subject, customer, number and what colleagues noted, together', async () => {
    const one = await open('Nothing works.', { subject: 'Quokka mount', name: 'Łukasz Żółtowski' });
    await note(one.id, 'The wombat relay is at fault.');
    expect(await idsOf('quokka zoltowski wombat')).toEqual([one.id]);
    expect((await idsOf(String(one.number)))[0]).toBe(one.id);
    expect((await idsOf(`#${one.number}`))[0]).toBe(one.id);
    const { items, customers } = await find('Żółtow');
    expect(items[0].id).toBe(one.id);
    expect(customers).toMatchObject([{ id: one.customer.id, name: 'Łukasz Żółtowski' }]);
  });

  it('shows the piece in which it stands, marked', async () => {
    await open('Hello. The <b>narwhal</b> did not arrive.', { subject: 'About narwhals' });
    const { items } = await find('narwhal');
    expect(items[0].subject).toEqual([
      { text: 'About ', hit: false },
      { text: 'narwhals', hit: true },
    ]);
    expect(items[0].message.pieces).toContainEqual({ text: 'narwhal', hit: true });
  });

  it('page by page, narrowed by what else is known', async () => {
    const all = [];
    for (let index = 0; index < 5; index++) all.unshift((await open('An okapi.')).id);
    const first = (await admin('GET', '/api/search?q=okapi&limit=2')).body;
    const rest = (await admin('GET', `/api/search?q=okapi&limit=3&cursor=${first.next}`)).body;
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all);
    expect(rest.next).toBeNull();
    const narrowed = async (by: string) =>
      (await admin('GET', `/api/search?q=okapi&${by}`)).body.items.length;
    expect(await narrowed('status=open')).toBe(5);
    expect(await narrowed('status=closed')).toBe(0);
    expect(await narrowed(`team=${company.teams[0]}`)).toBe(5);
    expect(await narrowed(`team=${company.teams[1]}`)).toBe(0);
    expect(await narrowed('to=2020-01-01T00:00:00Z')).toBe(0);
    expect((await admin('GET', '/api/search?status=open&limit=2')).body.items).toHaveLength(2);
  });
});

describe('is always current', () => {
  it('with a subject corrected, a customer renamed, a text erased', async () => {
    const one = await open('The ibex text.', { subject: 'Ibis', name: 'Jackal' });
    const at = `/api/cases/${one.id}`;
    await admin('PATCH', at, { subject: 'Heron' }, { 'if-match': `"${one.version}"` });
    await admin('PATCH', `/api/customers/${one.customer.id}`, { name: 'Lemur' });
    expect(await idsOf('heron lemur ibex')).toEqual([one.id]);
    expect((await find('jackal')).customers).toEqual([]);
    await deps.pool.query(`update baton.messages set text = '' where case_id = $1`, [one.id]);
    expect(await idsOf('ibex')).toEqual([]);
  });

  it('with an organisation that is called otherwise', async () => {
    const one = await open('About the manatee.');
    const { body } = await admin('POST', '/api/organisations', { name: 'Dugong Ltd' });
    const whose = [body.id, one.customer.id];
    await deps.pool.query('update baton.customers set organisation_id = $1 where id = $2', whose);
    expect(await idsOf('dugong manatee')).toEqual([one.id]);
    await deps.pool.query(`update baton.organisations set name = 'Vaquita' where id = $1`, [
      body.id,
    ]);
    expect((await find('vaquita')).customers).toHaveLength(1);
    await tasks['search_refresh']!(deps, {});
    expect(await idsOf('vaquita manatee')).toEqual([one.id]);
    expect(await idsOf('dugong')).toEqual([]);
  });

  it('in a conversation that is longer than one row holds, and in texts of any size', async () => {
    const one = await open('Opening ocelot.');
    const long = `${'filler '.repeat(5700)} tapir`;
    await note(one.id, long);
    await note(one.id, '字'.repeat(100_000));
    await note(one.id, 'Last puma.');
    expect(await idsOf('tapir')).toEqual([one.id]);
    expect(await idsOf('"last puma"')).toEqual([one.id]);
    expect(await idsOf('字字')).toEqual([one.id]);
  });

  it('for what was there before the index', async () => {
    const one = await open('An old axolotl.', { name: 'Old Numbat' });
    const [complete] = checks;
    expect(await complete!.find(deps)).toEqual([]);
    await deps.pool.query('truncate baton.search_documents, baton.search_customers');
    expect((await complete!.find(deps)).length).toBeGreaterThan(2);
    expect(await idsOf('axolotl')).toEqual([]);
    await fillIndex(deps, new Date(), new AbortController().signal);
    expect(await complete!.find(deps)).toEqual([]);
    expect(await idsOf('axolotl numbat')).toEqual([one.id]);
  });

  it('for what a migration reads otherwise', async () => {
    const one = await open('A quiet quokka.');
    const { pool } = deps;
    const wordsOf = async () => {
      const words = 'select words::text from baton.search_documents where case_id = $1';
      return (await pool.query(words, [one.id])).rows;
    };
    const before = await wordsOf();
    await pool.query(`update baton.search_documents set words = '' where case_id = $1`, [one.id]);
    await pool.query('insert into baton.search_again values ($1)', [one.id]);
    await fillIndex(deps, new Date(), new AbortController().signal);
    expect(await wordsOf()).toEqual(before);
    expect((await pool.query('select from baton.search_again')).rows).toEqual([]);
  });
});

test('nobody finds what they may not open', async () => {
  const secret = await open('The secret gazelle.', { name: 'Gazelle Owner' });
  const { owner } = secret;
  const [first, second] = company.agents;
  const people: Ask[] = [
    await as(
      'agent',
      first.find((id) => id !== owner.id),
    ),
    await as('agent', second[1]),
    await as('lead', second[0]),
    await as('reader'),
    await as('agent'),
  ];
  const seen = [];
  for (const ask of people) {
    const may = (await ask('GET', `/api/cases/${secret.id}`)).status === 200;
    const { items, customers } = await find('gazelle', ask);
    expect({ cases: items.length, customers: customers.length }).toEqual(
      may ? { cases: 1, customers: 1 } : { cases: 0, customers: 0 },
    );
    seen.push(may);
    for (const { id } of (await find('the', ask)).items) {
      expect((await ask('GET', `/api/cases/${id}`)).status).toBe(200);
    }
  }
  expect(new Set(seen)).toEqual(new Set([true, false]));
});

test('takes whatever is written', async () => {
  await open('Something to find.');
  const answer = async (q: string) =>
    (await admin('GET', `/api/search?q=${encodeURIComponent(q)}`)).status;
  for (const q of [
    '???',
    "'",
    '\\',
    ':*',
    '!',
    '-',
    '-x',
    '"',
    'a & | ! <-> b:*',
    '\u0000',
    'ﬁ №',
    '😀',
  ]) {
    expect({ q, status: await answer(q) }).toEqual({ q, status: 200 });
  }
  expect(await answer('x'.repeat(40_001))).toBe(400);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async (q) => {
      expect(await answer(q)).toBe(200);
    }),
    { numRuns: 60 },
  );
});
