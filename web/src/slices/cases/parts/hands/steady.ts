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

/** What was asked for by itself: a case that has another place now, or null where it left these hands. */
export type Asked = ReadonlyMap<string, CaseItem | null>;

/**
 * Keeps a list steady while new things arrive: the shown rows stay where they are and take in what
 * changed in them; what came or went is only counted, until the person asks for it.
 * @param shown the pages on the screen
 * @param now the first page as it is now
 * @param order in which both are
 * @param asked what is known of those that the first page should have and has not (`missing`)
 */
export function steady(
  shown: Page[],
  now: Page,
  order: HandsOrder = 'due',
  asked: Asked = new Map(),
): Steady {
  const compare = by(order);
  const items = onceEach(shown);
  const current = new Map(now.items.map((item) => [item.id, item]));
  const shownIds = new Set(items.map((item) => item.id));
  const isComplete = shown.at(-1)?.next === null;
  const lastShown = items.at(-1);
  const left = new Set(now.next === null ? missing(shown, now, order) : []);
  const rows = items.map((item) => ({
    item: current.get(item.id) ?? asked.get(item.id) ?? item,
    gone: !current.has(item.id) && (left.has(item) || asked.get(item.id) === null),
  }));
  const fresh = now.items.filter(
    (item) => !shownIds.has(item.id) && (isComplete || (lastShown && compare(item, lastShown) < 0)),
  ).length;
  return { rows, fresh, appends: shown.length === 1 && startsWith(now.items, items) };
}

/**
 * Cases on the screen that should be on the first page and are not: they left, or, where there are more
 * pages, what has to be done about them comes later than it did.
 */
export function missing(shown: Page[], now: Page, order: HandsOrder = 'due'): CaseItem[] {
  const compare = by(order);
  const current = new Set(now.items.map(({ id }) => id));
  const last = now.items.at(-1);
  const isBefore = (item: CaseItem) =>
    now.next === null || (last !== undefined && compare(item, last) < 0);
  return onceEach(shown).filter((item) => !current.has(item.id) && isBefore(item));
}

/** A case that went to a later place is on the page of that place, too, once that is fetched. */
function onceEach(pages: Page[]): CaseItem[] {
  const seen = new Map<string, CaseItem>();
  for (const item of pages.flatMap(({ items }) => items)) {
    if (!seen.has(item.id)) seen.set(item.id, item);
  }
  return [...seen.values()];
}

type Compare = (a: CaseItem, b: CaseItem) => number;

/** The order of the list: what its holder has to do soonest (ADR 99), or the most pressing, first; then the lower number. */
function by(order: HandsOrder): Compare {
  const at = order === 'due' ? nextOf : ({ priority }: CaseItem) => Date.parse(priority.at);
  return (a, b) => at(a) - at(b) || a.number - b.number;
}

/** What its holder has to do first, as `cases.next_at` says it (ADR 99). */
function nextOf({ clock, deadline, firstReply }: CaseItem): number {
  if (clock.due === null) {
    const resumes = clock.resumesAt ?? clock.closesAt;
    return resumes === null ? Infinity : Date.parse(resumes);
  }
  const owed = firstReply.metAt === null ? firstReply.due : null;
  const all = [clock.due, deadline?.at, owed].flatMap((at) => at ?? []);
  return Math.min(...all.map((at) => Date.parse(at)));
}

function startsWith(items: CaseItem[], first: CaseItem[]): boolean {
  return first.every((item, place) => items[place]?.id === item.id);
}
