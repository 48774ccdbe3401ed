import { expect, it } from 'vitest';
import { blanksIn } from '@baton/contract';
import type { Field } from '../../cases/parts/composer/field.ts';
import { selectNextBlank } from './in-field.ts';

/** A field that only knows what is selected in it. */
function fieldWith(text: string, selected: string) {
  const state = { selected };
  const field = {
    text: () => text,
    selected: () => state.selected,
    select: (words: string) => {
      state.selected = words;
      return true;
    },
  } as Field;
  return { field, state };
}

const text = 'A new [[article]] comes by [[day]].';

it.each([
  ['', '[[article]]'],
  ['[[article]]', '[[day]]'],
])('goes by Tab from "%s" to %s', (selected, next) => {
  const { field, state } = fieldWith(text, selected);
  expect(selectNextBlank(field, blanksIn(text))).toBe(true);
  expect(state.selected).toBe(next);
});

it('leaves the field at the last one, and where there is none', () => {
  expect(selectNextBlank(fieldWith(text, '[[day]]').field, blanksIn(text))).toBe(false);
  expect(selectNextBlank(fieldWith('All filled in.', '').field, [])).toBe(false);
  expect(selectNextBlank(null, blanksIn(text))).toBe(false);
});
