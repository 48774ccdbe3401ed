import type { CaseItem } from '@baton/contract';
import { expect, it } from 'vitest';
import { countBy, narrow, noTopic } from './picks.ts';

const item = (id: string, customer: string, topic: string | null) =>
  ({
    id,
    customer: { id: customer, name: customer },
    topic: topic && { id: topic, name: topic },
  }) as CaseItem;
const cases = [
  item('1', 'maria', 'bills'),
  item('2', 'kim', null),
  item('3', 'kim', 'bills'),
  item('4', 'kim', 'routers'),
];
const ids = (found: CaseItem[]) => found.map(({ id }) => id).join('');

it('shows the cases of a topic, of a customer, or of both', () => {
  expect(ids(narrow(cases, { topic: '', customer: '' }))).toBe('1234');
  expect(ids(narrow(cases, { topic: 'bills', customer: '' }))).toBe('13');
  expect(ids(narrow(cases, { topic: 'bills', customer: 'kim' }))).toBe('3');
  expect(ids(narrow(cases, { topic: noTopic, customer: '' }))).toBe('2');
});

it('counts what there is to choose from, the most frequent first', () => {
  expect(countBy(cases, ({ customer }) => customer)).toEqual([
    { id: 'kim', name: 'kim', count: 3 },
    { id: 'maria', name: 'maria', count: 1 },
  ]);
});

it('puts equals in the order in which people read names', () => {
  const lines = ['Line 10', 'Line 2', 'line 1'].map((name, place) => item(`${place}`, 'kim', name));
  const names = countBy(lines, ({ topic }) => topic!).map(({ name }) => name);
  expect(names).toEqual(['line 1', 'Line 2', 'Line 10']);
});
