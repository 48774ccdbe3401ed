import { expect, it } from 'vitest';
import { nameIn } from './name-in.ts';

const ana = { id: 'a', name: 'Ana Popescu' };

it.each([
  ['on their way', { data: undefined, isPending: true }, 'a', '…'],
  ['there', { data: [ana], isPending: false }, 'a', 'Ana Popescu'],
  ['there, without this one', { data: [ana], isPending: false }, 'b', 'someone'],
  ['not to be had', { data: undefined, isPending: false }, 'a', 'someone'],
])('a name, where they are %s', (_, asked, id, said) => {
  expect(nameIn(asked, id, 'someone')).toBe(said);
});
