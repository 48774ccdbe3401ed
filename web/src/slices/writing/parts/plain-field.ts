import { blanksIn } from '@baton/contract';
import type { RefObject } from 'react';

/** Puts a text where the caret is, and the caret at the first thing to fill in. */
export function insertInto(
  place: RefObject<HTMLTextAreaElement | null>,
  inserted: string,
  onText: (text: string) => void,
): void {
  const field = place.current;
  if (!field) return;
  const { selectionStart: from, selectionEnd: to, value } = field;
  onText(value.slice(0, from) + inserted + value.slice(to));
  // The field shows the new text after the next drawing.
  requestAnimationFrame(() => {
    field.focus();
    if (!selectBlank(field, from)) {
      field.setSelectionRange(from + inserted.length, from + inserted.length);
    }
  });
}

/** Selects the next thing to fill in from a place on; false where there is none. */
export function selectBlank(field: HTMLTextAreaElement | null, from: number): boolean {
  if (!field) return false;
  const [next] = blanksIn(field.value.slice(from));
  if (next === undefined) return false;
  const start = field.value.indexOf(next, from);
  field.setSelectionRange(start, start + next.length);
  return true;
}

/** Whether nothing stands before the caret in its line. */
export function isAtLineStart({ selectionStart: at, value }: HTMLTextAreaElement): boolean {
  return at === 0 || value[at - 1] === '\n';
}
