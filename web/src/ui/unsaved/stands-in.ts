/** Stands on whatever keeps what is typed by itself, or holds nothing that is typed to be saved. */
export const losesNothing = '[data-loses-nothing]';
/** Stands on a part of such a thing that does hold what nobody keeps. */
export const losesTyped = '[data-loses-typed]';

const fields = 'input, select, textarea, button, [contenteditable]';
/** By which what is no field of the browser's own says what is chosen. */
const states = ['aria-pressed', 'aria-checked', 'aria-selected'];

/**
 * All that stands in a form and that nobody keeps, as one text to compare: the fields, and the words
 * around them, because what is chosen may stand there alone. More than was typed may differ, such as a
 * count of letters: it then counts as typed.
 */
export function standsIn(form: HTMLElement): string {
  const parts = form.closest(losesNothing)
    ? [...form.querySelectorAll<HTMLElement>(losesTyped)]
    : [form];
  return JSON.stringify(
    parts.map((part) => [part.textContent, [...part.querySelectorAll(fields)].map(holds)]),
  );
}

function holds(field: Element): unknown {
  const state = states.map((name) => field.getAttribute(name));
  if (field instanceof HTMLInputElement) return [field.value, field.checked, ...state];
  if (field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) {
    return [field.value, ...state];
  }
  return field instanceof HTMLButtonElement ? state : [field.innerHTML, ...state];
}
