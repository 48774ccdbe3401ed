import { expect, test } from 'vitest';
import { spokenWithCaller } from './spoken-with.ts';

const named = (name: string, spelling = '') => ({ name, spelling });
const person = (name: string, spelling: string | null = null, role: string | null = null) => ({
  ...{ name, spelling, role },
});
const nobody = named('');

test.each([
  ['the caller, once they have a name', [], nobody, named('Maria '), [person('Maria')]],
  ['as it is spelled', [person('M')], named('M'), named('Mia', 'M-I-A'), [person('Mia', 'M-I-A')]],
  [
    'with the role that was written',
    [person('M', null, 'Owner')],
    named('M'),
    named('Mia'),
    [person('Mia', null, 'Owner')],
  ],
  [
    'with the others',
    [person('M'), person('Bo')],
    named('M'),
    named('Mia'),
    [person('Mia'), person('Bo')],
  ],
  ['nobody, while the name is written anew', [person('Mia')], named('Mia'), nobody, []],
  [
    'another one, who was written down',
    [person('Bo')],
    named('Mia'),
    named('Maria'),
    [person('Bo')],
  ],
  ['nobody, where the caller was taken out', [], named('Mia'), named('Maria'), []],
])('%s', (_, people, was, said, then) => {
  expect(spokenWithCaller(people, was, said)).toEqual(then);
});
