import { expect, test } from 'vitest';
import { Places } from './places.ts';

const ana = { agent: 'ana', desk: 'one', case: 'lamp', doing: 'looks' };
const tom = { agent: 'tom', desk: 'two', case: 'lamp', doing: 'replies' };
const who = (places: Places, caseId = 'lamp') => Object.fromEntries(places.at(caseId));

test('says who is at a case, and of which cases that has changed', () => {
  const places = new Places();
  expect(places.take(ana, 10)).toEqual(['lamp']);
  expect(places.take(ana, 20)).toEqual([]);
  expect(places.take(tom, 20)).toEqual(['lamp']);
  expect(who(places)).toEqual({ ana: 'looks', tom: 'replies' });
  expect(places.take({ ...tom, case: 'router', doing: 'looks' }, 20)).toEqual(['lamp', 'router']);
  expect(who(places)).toEqual({ ana: 'looks' });
  expect(who(places, 'router')).toEqual({ tom: 'looks' });
});

test('tells of an agent with two pages once, with the most that they do', () => {
  const places = new Places();
  places.take({ ...tom, desk: 'three', doing: 'notes' }, 20);
  places.take({ ...tom, doing: 'looks' }, 20);
  expect(who(places)).toEqual({ tom: 'notes' });
  places.take({ ...tom, desk: 'three', case: null }, 20);
  expect(who(places)).toEqual({ tom: 'looks' });
});

test('forgets who says nothing in time, and who may no longer enter', () => {
  const places = new Places();
  places.take(ana, 10);
  places.take(tom, 20);
  expect(places.forget(10)).toEqual(['lamp']);
  expect(who(places)).toEqual({ tom: 'replies' });
  expect(places.forgetAgent('tom')).toEqual(['lamp']);
  expect(who(places)).toEqual({});
});

test('takes what it does not know for looking', () => {
  const places = new Places();
  places.take({ ...ana, doing: 'sings' }, 10);
  expect(who(places)).toEqual({ ana: 'looks' });
});
