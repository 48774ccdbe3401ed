import type { CallRow } from '../store/calls.ts';

/** What is to be found of a call: what was agreed, what was noted, who was spoken with. */
export function textOfCall({ agreed, note, people }: CallRow): string {
  const names = people.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', ');
  return [agreed, note, names]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n\n');
}
