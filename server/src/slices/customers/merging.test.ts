import { describe, expect, test } from 'vitest';
import { type Ask, testServer } from '../../../test/http.ts';
import { checks as caseChecks, Random } from '../cases/index.ts';
import { checks } from './index.ts';

type Customer = { id: string; version: number };
type Found = { customer: { id: string } };

/** A letter: a case of whoever has the address. */
async function letter(ask: Ask, email: string): Promise<{ id: string; customer: string }> {
  const body = { customer: { email }, subject: 'A lamp', text: 'It does not light.' };
  const opened = await ask('POST', '/api/cases', body);
  expect(opened.status).toBe(201);
  return { id: opened.body.id, customer: opened.body.customer.id };
}

const ownerOf = async (ask: Ask, id: string) =>
  ((await ask('GET', `/api/cases/${id}`)).body as Found).customer.id;
const merge = (ask: Ask, into: string, customer: string) =>
  ask('POST', `/api/customers/${into}/merges`, { customer });
const mergesOf = async (ask: Ask, id: string) =>
  (await ask('GET', `/api/customers/${id}/merges`)).body.items as {
    id: string;
    undoneAt: string | null;
  }[];

describe('two customers who are one', () => {
  test('have everything together, and what one lacked is taken over', async () => {
    const { admin } = await testServer();
    const mine = await letter(admin, 'ana@example.org');
    const theirs = await letter(admin, 'ana@work.example');
    const known = { language: 'ro', formOfAddress: 'Doamna' };
    await admin('PATCH', `/api/customers/${theirs.customer}`, known);
    await admin('PATCH', `/api/customers/${mine.customer}`, { formOfAddress: 'Ana' });
    await admin('POST', `/api/customers/${theirs.customer}/notes`, { text: 'Calls at noon.' });
    const one = await merge(admin, mine.customer, theirs.customer);
    expect(one.body).toMatchObject({ language: 'ro', formOfAddress: 'Ana' });
    expect(one.body.identities.map((each: { value: string }) => each.value)).toEqual([
      'ana@example.org',
      'ana@work.example',
    ]);
    expect(await ownerOf(admin, theirs.id)).toBe(mine.customer);
    const later = await letter(admin, 'ana@work.example');
    expect(later.customer).toBe(mine.customer);
    const notes = await admin('GET', `/api/customers/${mine.customer}/notes`);
    expect(notes.body.items).toHaveLength(1);
    const gone = (await admin('GET', `/api/customers/${theirs.customer}`)).body;
    expect(gone).toMatchObject({ mergedInto: { id: mine.customer }, identities: [] });
    const listed = (await admin('GET', '/api/customers')).body.items;
    expect(listed.map(({ id }: Customer) => id)).toEqual([mine.customer]);
  });

  test('are two again, each with what belongs to them', async () => {
    const { admin } = await testServer();
    const mine = await letter(admin, 'ana@example.org');
    const theirs = await letter(admin, 'ana@work.example');
    await admin('PATCH', `/api/customers/${theirs.customer}`, { language: 'ro' });
    const moodsOf = async (id: string) =>
      (await admin('GET', `/api/customers/${id}/moods`)).body.items.length;
    await admin('POST', `/api/customers/${theirs.customer}/moods`, { mood: 'upset' });
    const before = (await admin('GET', `/api/customers/${theirs.customer}`)).body;
    await merge(admin, mine.customer, theirs.customer);
    expect(await moodsOf(mine.customer)).toBe(1);
    const later = await letter(admin, 'ana@work.example');
    const stays = await letter(admin, 'ana@example.org');
    const byHand = await letter(admin, 'ana@work.example');
    const stranger = await letter(admin, 'eve@example.org');
    await admin('PATCH', `/api/cases/${byHand.id}`, { customer: stranger.customer });
    await admin('PATCH', `/api/cases/${byHand.id}`, { customer: mine.customer });
    const [{ id } = { id: '' }] = await mergesOf(admin, mine.customer);
    const parted = await admin('DELETE', `/api/customers/${mine.customer}/merges/${id}`);
    expect(parted.body).toMatchObject({ id: mine.customer, language: null });
    const owners = await Promise.all(
      [theirs, later, mine, stays, byHand].map((one) => ownerOf(admin, one.id)),
    );
    const [a, b] = [mine.customer, theirs.customer];
    expect(owners).toEqual([b, b, a, a, a]);
    expect([await moodsOf(a), await moodsOf(b)]).toEqual([0, 1]);
    const after = (await admin('GET', `/api/customers/${b}`)).body;
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
    const again = await admin('DELETE', `/api/customers/${a}/merges/${id}`);
    expect(again.body.code).toBe('wrong_status');
  });

  test('are refused where there is nothing to merge, and changed by nobody', async () => {
    const { admin } = await testServer();
    const [a, b, c] = await Promise.all(
      ['a', 'b', 'c'].map(async (name) => (await letter(admin, `${name}@x.test`)).customer),
    );
    expect((await merge(admin, a!, a!)).body.code).toBe('invalid_request');
    expect((await merge(admin, a!, crypto.randomUUID())).body.code).toBe('unknown_reference');
    await merge(admin, b!, a!);
    expect((await merge(admin, c!, a!)).body.code).toBe('wrong_status');
    const refused = await admin('PATCH', `/api/customers/${a}`, { name: 'X' });
    expect(refused.body.code).toBe('wrong_status');
    const opened = { customer: { id: a }, subject: 'By telephone', text: 'Hello.' };
    expect((await admin('POST', '/api/cases', opened)).body.customer.id).toBe(b);
    await merge(admin, c!, b!);
    const [first] = await mergesOf(admin, a!);
    const early = await admin('DELETE', `/api/customers/${a}/merges/${first!.id}`);
    expect(early.body.code).toBe('wrong_status');
  });
});

const people = ['a', 'b', 'c', 'd'];

/** What should be so, kept beside what is: who was taken for whom, and what is whose by itself. */
class Model {
  readonly into = new Map<string, string>();
  readonly cases: { id: string; home: string }[] = [];
  readonly notes: { id: string; home: string }[] = [];
  merges: { id: string; merged: string; survivor: string }[] = [];

  now(home: string): string {
    const next = this.into.get(home);
    return next === undefined ? home : this.now(next);
  }
  standing(homes: string[]): string[] {
    return homes.filter((one) => !this.into.has(one));
  }
}

async function step(ask: Ask, model: Model, ids: string[], random: Random) {
  const standing = model.standing(ids);
  const pick = <T>(from: T[]) => from[random.whole(0, from.length - 1)]!;
  const what = random.whole(1, 10);
  if (what <= 4) {
    const place = random.whole(0, people.length - 1);
    const { id, customer } = await letter(ask, `${people[place]}@x.test`);
    expect(customer).toBe(model.now(ids[place]!));
    model.cases.push({ id, home: ids[place]! });
  } else if (what <= 6) {
    const home = pick(standing);
    const made = await ask('POST', `/api/customers/${home}/notes`, { text: 'A note' });
    model.notes.push({ id: made.body.id, home });
  } else if (what <= 8 && standing.length > 1) {
    const survivor = pick(standing);
    const merged = pick(standing.filter((one) => one !== survivor));
    expect((await merge(ask, survivor, merged)).status).toBe(200);
    const id = (await mergesOf(ask, merged)).find((one) => one.undoneAt === null)!.id;
    model.into.set(merged, survivor);
    model.merges.push({ id, merged, survivor });
  } else {
    const open = model.merges.filter(({ survivor }) => !model.into.has(survivor));
    if (open.length > 0) await undo(ask, model, pick(open));
  }
}

async function undo(ask: Ask, model: Model, one: Model['merges'][number]) {
  const path = `/api/customers/${one.survivor}/merges/${one.id}`;
  expect((await ask('DELETE', path)).status).toBe(200);
  model.into.delete(one.merged);
  model.merges = model.merges.filter((other) => other !== one);
}

test.each([1, 2, 3])(
  'whatever happens meanwhile, in the end everything is whose it was (%d)',
  async (seed) => {
    const { deps, admin } = await testServer();
    const random = new Random(seed);
    const model = new Model();
    const ids: string[] = [];
    for (const name of people) {
      const { id, customer } = await letter(admin, `${name}@x.test`);
      ids.push(customer);
      model.cases.push({ id, home: customer });
    }
    for (let count = 0; count < 30; count++) await step(admin, model, ids, random);
    for (const one of model.merges.toReversed()) await undo(admin, model, one);
    for (const { id, home } of model.cases) expect(await ownerOf(admin, id)).toBe(home);
    for (const [place, home] of ids.entries()) {
      const { identities } = (await admin('GET', `/api/customers/${home}`)).body;
      expect(identities).toMatchObject([{ value: `${people[place]}@x.test` }]);
      const notes = (await admin('GET', `/api/customers/${home}/notes`)).body.items;
      const own = model.notes.filter((one) => one.home === home).map(({ id }) => id);
      expect(notes.map(({ id }: Customer) => id).toSorted()).toEqual(own.toSorted());
    }
    for (const check of [...checks, ...caseChecks]) {
      expect([check.name, await check.find(deps)]).toEqual([check.name, []]);
    }
  },
);
