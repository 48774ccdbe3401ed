import { type SavedSearchFields, savedSearchFields } from '@baton/contract';

/** What is looked for, as the address of the page says it. */
export type Looking = SavedSearchFields;

/** Reads the address; what is none of a search is left out. */
export function lookingOf(search: Record<string, unknown>): Looking {
  const looking: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(savedSearchFields.shape)) {
    const given = search[name];
    // A number of a case that stands alone in the address is read as a number.
    const isBare = name === 'q' && ['number', 'boolean'].includes(typeof given);
    const read = schema.safeParse(isBare ? String(given) : given);
    if (read.success && read.data !== undefined && read.data !== '') looking[name] = read.data;
  }
  return looking;
}

/** Whether anything is looked for at all. */
export function isLooking(looking: Looking): boolean {
  return Object.values(looking).some((value) => value !== undefined && value.trim() !== '');
}

/** Whether two searches look for the same. */
export function isSame(one: Looking, other: Looking): boolean {
  const text = (looking: Looking) =>
    JSON.stringify(Object.entries(lookingOf(looking)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
}
