type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What a refusal says of fields: each path as the contract has it, with the label of its field. */
export type Tied = { labels: Map<string, string>; untie: () => void };

/**
 * Ties a note to the fields of its form that it is about, those whose `data-path` is a path that was
 * refused or, the longest, begins it: they are marked as not valid and described by the note, and the first gets
 * the focus (WCAG 3.3.1).
 */
export function tieFields(note: HTMLElement, paths: string[]): Tied {
  const fields = [...(note.closest('form')?.querySelectorAll<Field>('[data-path]') ?? [])];
  const of = (path: string) =>
    fields
      .filter(({ dataset }) => `${path}.`.startsWith(`${dataset['path']}.`))
      .toSorted((a, b) => b.dataset['path']!.length - a.dataset['path']!.length)[0];
  const found = paths.flatMap((path) => {
    const field = of(path);
    return field ? [{ path, field }] : [];
  });
  const undo = [...new Set(found.map(({ field }) => field))].map((field) => mark(field, note.id));
  fields.find((one) => found.some(({ field }) => field === one))?.focus();
  return {
    labels: new Map(found.map(({ path, field }) => [path, labelOf(field)])),
    untie: () => {
      for (const one of undo) one();
    },
  };
}

function labelOf(field: Field): string {
  return field.labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? '';
}

/** Says that a field is not valid, and where it is said why; what it returns takes that back. */
function mark(field: Field, note: string): () => void {
  const before = field.getAttribute('aria-describedby');
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', before ? `${before} ${note}` : note);
  return () => {
    field.removeAttribute('aria-invalid');
    if (before) field.setAttribute('aria-describedby', before);
    else field.removeAttribute('aria-describedby');
  };
}
