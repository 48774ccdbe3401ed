import { expect, test } from 'vitest';
import { decideAbove, type Moving, whyNotTo } from './pyramid.ts';

const second = { id: 'second', level: 2 };
const other = { id: 'other', level: 2 };
const third = { id: 'third', level: 3 };

test.each([
  ['the only team of the next level', 1, undefined, [second], second],
  ['none at the top', 3, undefined, [], null],
  ['none asked for at the top', 3, null, [], null],
  ['the one that was named', 1, other, [second, other], other],
])('above is %s', (_what, level, wanted, next, above) => {
  expect(decideAbove(level, 3, wanted, next)).toEqual({ above });
});

test.each([
  ['several to choose from', 1, undefined, [second, other]],
  ['none to choose from', 1, undefined, []],
  ['none asked for below the top', 2, null, [third]],
  ['one that stands two levels higher', 1, third, [second]],
  ['one that stands beside it', 2, second, [third]],
  ['one that stands below it', 3, second, []],
  ['anything above the top', 3, third, []],
])('wrong: %s', (_what, level, wanted, next) => {
  expect(decideAbove(level, 3, wanted, next)).toEqual({ wrong: expect.any(String) });
});

const billing: Moving = {
  name: 'Billing',
  level: 1,
  isDefault: false,
  atItsLevel: 2,
  below: [],
  topics: [],
};

test.each<[string, Partial<Moving>, number]>([
  ['one that nothing holds', {}, 2],
  ['one that stays', { isDefault: true, atItsLevel: 1, topics: ['Refunds'] }, 1],
])('a team may go: %s', (_what, more, level) => {
  expect(whyNotTo(level, { ...billing, ...more })).toBeNull();
});

test.each<[string, Partial<Moving>, string]>([
  ['the default team', { isDefault: true }, 'default team first'],
  ['the only one of its level', { atItsLevel: 1 }, 'only team of level 1'],
  ['one above others', { level: 2, below: ['Front', 'Shop'] }, 'stands above Front, Shop'],
  ['one where cases begin', { topics: ['Refunds'] }, 'Cases of Refunds begin with Billing'],
])('a team may not go: %s', (_what, more, why) => {
  expect(whyNotTo(3, { ...billing, ...more })).toContain(why);
});
