import { expect, it } from 'vitest';
import { valueText } from './value-text.ts';

it.each([
  [null, null],
  ['', null],
  ['Bills', 'Bills'],
  [false, 'false'],
  [[], null],
  [{ id: '1', name: 'Front line' }, 'Front line'],
  [[{ team: { id: '1', name: 'Front line' }, capacity: 20 }], 'team Front line, capacity 20'],
  [{ Mail: 'admin', People: 'reader' }, 'Mail admin, People reader'],
])('reads %j as %s', (value, text) => {
  expect(valueText(value)).toBe(text);
});
