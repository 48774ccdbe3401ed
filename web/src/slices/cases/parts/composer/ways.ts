/** What becomes of the case once a reply is sent. */
export type Way =
  | { kind: 'stay' }
  | { kind: 'solve' }
  | { kind: 'wait'; days: number }
  /** `at` as an input of type datetime-local writes it. */
  | { kind: 'until'; at: string };

export const stay: Way = { kind: 'stay' };
const days = [1, 3, 7] as const;

/** What one may choose from. */
export function waysFor(can: { solve: boolean; wait: boolean }, at: string): Way[] {
  return [
    stay,
    ...(can.solve ? [{ kind: 'solve' } as const] : []),
    ...(can.wait ? days.map((count): Way => ({ kind: 'wait', days: count })) : []),
    ...(can.wait ? [{ kind: 'until', at } as const] : []),
  ];
}

/** What one is known by, whenever that is. */
export const nameOf = (way: Way) => (way.kind === 'wait' ? `wait ${way.days}` : way.kind);

const place = 'baton.way-to-send';

/** The name of the way that was chosen last in this browser. */
export const lastWay = (): string | null => localStorage.getItem(place);

export function noteWay(way: Way): void {
  try {
    localStorage.setItem(place, nameOf(way));
  } catch (error) {
    // The browser keeps no more: the menu then opens at its first line.
    if (!(error instanceof DOMException)) throw error;
  }
}
