import { blanksIn } from '@baton/contract';
import type { Field } from '../../cases/parts/composer/field.ts';

/** Puts a text where the caret is, and the caret at the first thing to fill in; goes back there without one. */
export function insertInto(field: Field | null, inserted: string): void {
  if (!field) return;
  if (inserted === '') {
    field.focus();
    return;
  }
  field.insert(inserted);
  const [next] = blanksIn(inserted);
  // The field shows the new text after the next drawing.
  if (next !== undefined) requestAnimationFrame(() => field.select(next));
}

/** Selects the first thing to fill in; false where there is none. */
export function selectBlank(field: Field | null): boolean {
  const [next] = blanksIn(field?.text() ?? '');
  return next !== undefined && field !== null && field.select(next);
}

/**
 * Goes on to what is next to be filled in, after what is selected; false at the last one, so that Tab
 * leaves the field.
 * @param blanks in their order
 */
export function selectNextBlank(field: Field | null, blanks: string[]): boolean {
  const next = field && blanks[blanks.indexOf(field.selected()) + 1];
  return typeof next === 'string' && field!.select(next);
}
