import { expect, it } from 'vitest';
import { legible, valueText } from './value-text.ts';

const words = {
  field: (code: string) => (code === 'capacity' ? 'at most' : code),
  listed: (part: string, value: string) =>
    part === 'state' && value === 'working' ? 'works' : part === 'People' ? `as ${value}` : null,
  instant: (at: number) => `at ${at}`,
  day: (day: string) => `on ${day}`,
  length: (ms: number) => `for ${ms}`,
  yes: 'yes',
  no: 'no',
};

it.each([
  [null, null],
  ['', null],
  ['Bills', 'Bills'],
  [false, 'no'],
  [[], null],
  [{ id: '1', name: 'Front line' }, 'Front line'],
  [[{ team: { id: '1', name: 'Front line' }, capacity: 20 }], 'team Front line, at most 20'],
  [{ Mail: 'admin', People: 'reader' }, 'Mail admin, People as reader'],
  [{ state: 'working', since: null }, 'works'],
  [{ state: 'odd' }, 'state odd'],
  ['1970-01-01T00:01:00.000Z', 'at 60000'],
  ['2026-03-04', 'on 2026-03-04'],
  ['PT20H', 'for 72000000'],
  ['P3DT1M', 'P3DT1M'],
  ['PT0S', 'PT0S'],
])('reads %j as %s', (value, text) => {
  expect(valueText(value, 'setting', words)).toBe(text);
});

it('says a listed value of the setting itself', () => {
  expect(valueText(['working', 'odd'], 'state', words)).toBe('works, odd');
});

it('makes a code legible', () => {
  expect(legible('sizeLimit')).toBe('size limit');
  expect(legible('second_factors')).toBe('second factors');
});
