import { describe, expect, test } from 'vitest';
import { actBetween, changesBetween, nameIn } from './changes.ts';

const change = (field: string, from: unknown, to: unknown, secret = false) => ({
  field,
  from,
  to,
  secret,
});

describe('what was changed of a setting', () => {
  test.each([
    ['a field', { name: 'A', size: 1 }, { name: 'B', size: 1 }, [change('name', 'A', 'B')]],
    ['inside a field', { a: { b: [1] } }, { a: { b: [2] } }, [change('a', { b: [1] }, { b: [2] })]],
    ['made', null, { id: '1', name: 'A', team: null }, [change('name', null, 'A')]],
    ['taken away', { id: '1', name: 'A' }, null, [change('name', 'A', null)]],
    ['its version alone', { version: 1 }, { version: 2 }, []],
    [
      'a secret',
      { user: 'a' },
      { user: 'a', secretsChanged: ['login.password'] },
      [change('login.password', null, null, true)],
    ],
  ])('%s', (_what, before, after, changes) => {
    expect(changesBetween(before, after)).toEqual(changes);
  });

  test('as a whole', () => {
    expect([actBetween(null, {}), actBetween({}, {}), actBetween({}, null)]).toEqual([
      'made',
      'changed',
      'removed',
    ]);
    expect([nameIn({ name: 'A' }), nameIn({ sender: 'b@c' }), nameIn(null)]).toEqual([
      'A',
      'b@c',
      null,
    ]);
  });
});
