/** Beyond these it is simply many, and nothing more is looked at. */
export const mostCounted = 99;

/** A count as it is shown; `found` is one beyond the most where there are more, null if unknown. */
export function bounded(found: number | null): { count: number | null; more: boolean } {
  const more = found !== null && found > mostCounted;
  return { count: more ? mostCounted : found, more };
}
