import type { CaseEventShape, LedgerLine } from '@baton/contract';

/** What happened, and who was told of it; null: nothing that belongs to an event of the case. */
export type OfEvent = { event: CaseEventShape | null; lines: LedgerLine[] };

/**
 * Each event of a case with who was told, the latest first, and after them what was told besides.
 * @param isWhole whether these are all lines; else events before the oldest of them wait for theirs
 */
export function byEvent(
  events: CaseEventShape[],
  lines: LedgerLine[],
  isWhole: boolean,
): OfEvent[] {
  const told = Map.groupBy(lines, ({ seq }) => seq);
  const from = isWhole ? 0 : Math.min(...lines.map(({ seq }) => seq ?? Infinity));
  const known = events
    .filter(({ seq }) => seq >= from)
    .toSorted((a, b) => b.seq - a.seq)
    .map((event): OfEvent => ({ event, lines: told.get(event.seq) ?? [] }));
  const placed = new Set(known.map(({ event }) => event!.seq));
  const besides = lines.filter(({ seq }) => seq === null || !placed.has(seq));
  return besides.length > 0 ? [...known, { event: null, lines: besides }] : known;
}
