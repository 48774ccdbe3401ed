import type { CaseItem } from '@baton/contract';
import type { HandsOrder } from './hands-order.ts';

type Page = { items: CaseItem[]; next: string | null };

export type Steady = {
  /** What is shown, in the order in which it was shown; `gone` are no longer in these hands. */
  rows: { item: CaseItem; gone: boolean }[];
  /** How many came that are not shown yet. */
  fresh: number;
  /** Showing the new list would only add rows at the end: nothing moves under the pointer. */
  appends: boolean;
};

/**
 * Keeps a list steady while new things arrive: the shown rows stay where they are and take in what
 * changed in them; what came or went is only counted, until the person asks for it.
 * @param shown the pages on the screen
 * @param now the first page as it is now
 * @param order in which both are
 */
export function steady(shown: Page[], now: Page, order: HandsOrder = 'due'): Steady {
  const compare = by(order);
  const items = shown.flatMap((page) => page.items);
  const current = new Map(now.items.map((item) => [item.id, item]));
  const shownIds = new Set(items.map((item) => item.id));
  const isComplete = shown.at(-1)?.next === null;
  const lastShown = items.at(-1);
  const rows = items.map((item) => ({
    item: current.get(item.id) ?? item,
    gone: !current.has(item.id) && isBefore(item, now, compare),
  }));
  const fresh = now.items.filter(
    (item) => !shownIds.has(item.id) && (isComplete || (lastShown && compare(item, lastShown) < 0)),
  ).length;
  return { rows, fresh, appends: shown.length === 1 && startsWith(now.items, items) };
}

/** Whether the item would have to be on the page if it were still in the list. */
function isBefore(item: CaseItem, now: Page, compare: Compare): boolean {
  const last = now.items.at(-1);
  return now.next === null || (last !== undefined && compare(item, last) < 0);
}

type Compare = (a: CaseItem, b: CaseItem) => number;

/** The order of the list: soonest deadline or most pressing first, then the lower number. */
function by(order: HandsOrder): Compare {
  const at = order === 'due' ? dueOf : ({ priority }: CaseItem) => Date.parse(priority.at);
  return (a, b) => at(a) - at(b) || a.number - b.number;
}

function dueOf({ clock }: CaseItem): number {
  const due = clock.due ?? clock.resumesAt ?? clock.closesAt;
  return due === null ? Infinity : Date.parse(due);
}

function startsWith(items: CaseItem[], first: CaseItem[]): boolean {
  return first.every((item, place) => items[place]?.id === item.id);
}
