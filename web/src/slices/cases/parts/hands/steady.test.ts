import type { CaseItem } from '@baton/contract';
import { expect, it } from 'vitest';
import { missing, steady } from './steady.ts';

const atHour = (hour: number) => new Date(hour * 3_600_000).toISOString();

/** An answered case of which only the id and the hour at which it is due matter here. */
function due(id: string, hour: number, subject = ''): CaseItem {
  const firstReply = { due: atHour(0), metAt: atHour(0), missedAt: null };
  const clock = { due: atHour(hour) };
  return { id, number: hour, subject, clock, firstReply, deadline: null } as unknown as CaseItem;
}

const one = due('one', 1);
const two = due('two', 2);
const three = due('three', 3);
const page = (items: CaseItem[], next: string | null = null) => ({ items, next });
const ids = (list: { item: CaseItem }[]) => list.map(({ item }) => item.id);

it('shows a changed case where it was', () => {
  const seen = steady([page([one, two])], page([due('one', 1, 'changed'), two]));
  expect(seen.rows[0]!.item.subject).toBe('changed');
  expect(seen).toMatchObject({ fresh: 0, appends: true });
});

it('keeps the order when a new case is due sooner, and counts it', () => {
  const seen = steady([page([two, three])], page([one, two, three]));
  expect(ids(seen.rows)).toEqual(['two', 'three']);
  expect(seen).toMatchObject({ fresh: 1, appends: false });
});

it('knows that a case due last only adds a row at the end', () => {
  expect(steady([page([one])], page([one, two]))).toMatchObject({ fresh: 1, appends: true });
});

it('leaves a case that went where it was, and says so', () => {
  const seen = steady([page([one, two])], page([two]));
  expect(seen.rows).toMatchObject([{ gone: true }, { gone: false }]);
  expect(seen).toMatchObject({ fresh: 0, appends: false });
});

it('does not count the next page as news when a case went from the first', () => {
  const seen = steady([page([one, two], 'more')], page([two, three], 'more'));
  expect(seen).toMatchObject({ fresh: 0 });
});

it('does not take cases of later pages for gone', () => {
  const shown = [page([one], 'more'), page([two, three])];
  expect(steady(shown, page([one], 'more')).rows.some((row) => row.gone)).toBe(false);
});

it('puts a first reply that is owed, and a deadline, before the end of the time', () => {
  const owed = { ...due('owed', 9), firstReply: { due: atHour(1), metAt: null, missedAt: null } };
  const bound = { ...due('bound', 9), deadline: { at: atHour(1), missedAt: null } };
  for (const item of [owed, bound]) {
    expect(steady([page([two], 'more')], page([item, two], 'more')).fresh).toBe(1);
    expect(missing([page([item, two], 'more')], page([two, three], 'more'))).toEqual([item]);
  }
  const given = { ...owed, firstReply: due('', 0).firstReply };
  expect(steady([page([two], 'more')], page([two, given], 'more')).fresh).toBe(0);
});

it('does not take a case for gone that only went to a later place', () => {
  const shown = [page([one, two], 'more')];
  const now = page([two, three], 'more');
  const of = (asked: [string, CaseItem | null][]) =>
    steady(shown, now, 'due', new Map(asked)).rows[0];
  expect(of([])).toEqual({ item: one, gone: false });
  const later = due('one', 7, 'answered');
  expect(of([['one', later]])).toEqual({ item: later, gone: false });
  expect(of([['one', null]])).toEqual({ item: one, gone: true });
});

it('shows a case that went to a later place once, when the page of that place comes', () => {
  const shown = [page([one, two], 'more'), page([three, due('one', 7)])];
  expect(ids(steady(shown, page([two, three], 'more')).rows)).toEqual(['one', 'two', 'three']);
});

it('takes a first case into an empty list', () => {
  expect(steady([page([])], page([one]))).toMatchObject({ fresh: 1, appends: true });
});

it('tells new cases by how pressing they are, where the list stands so', () => {
  const pressing = (id: string, opened: number, hour: number) => ({
    ...due(id, hour),
    priority: { at: new Date(opened * 3_600_000).toISOString(), reasons: [] },
  });
  const [old, young] = [pressing('old', 1, 9), pressing('young', 5, 2)];
  const next = { items: [old], next: 'more' };
  // The young one is due first and presses less: it belongs beyond what is shown.
  expect(steady([next], { items: [old, young], next: 'more' }, 'priority').fresh).toBe(0);
  expect(steady([next], { items: [old, young], next: 'more' }, 'due').fresh).toBe(1);
});
