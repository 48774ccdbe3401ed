import { expect, it } from 'vitest';
import { isLooking, isSame, lookingOf } from './looking.ts';

const id = '01981c8e-0000-7000-8000-000000000001';

it('reads an address, and leaves out what is no search', () => {
  expect(lookingOf({ q: 'late', team: id, status: 'lost', owner: 'me', other: 1 })).toEqual({
    q: 'late',
    team: id,
    owner: 'me',
  });
  expect(lookingOf({ q: 1042 })).toEqual({ q: '1042' });
  expect(lookingOf({ q: '' })).toEqual({});
});

it('knows when nothing is looked for, and when it is the same', () => {
  expect(isLooking({})).toBe(false);
  expect(isLooking({ q: ' ' })).toBe(false);
  expect(isLooking({ status: 'open' })).toBe(true);
  expect(isSame({ q: 'a', owner: 'me' }, { owner: 'me', q: 'a' })).toBe(true);
  expect(isSame({ q: 'a' }, { q: 'b' })).toBe(false);
});
