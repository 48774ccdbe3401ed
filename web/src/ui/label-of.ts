import type { Labels } from '@baton/contract';

/** A text of the company's own in a language; in English or the first there is where it is missing. */
export function labelOf(labels: Labels, language: string): string {
  const known: Partial<Record<string, string>> = labels;
  return known[language] ?? labels.en ?? Object.values(labels)[0] ?? '';
}
