import { expect, it } from 'vitest';
import { placeOf } from './place-of.ts';

it.each([
  [undefined, '/'],
  ['/cases/1?x=1', '/cases/1?x=1'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  ['/sign-in?to=/', '/'],
])('%s leads to %s', (to, place) => {
  expect(placeOf(to)).toBe(place);
});
