import type { Notice } from '@baton/contract';
import { expect, it } from 'vitest';
import { freshOf } from './fresh.ts';

const notice = (at: string, caseId: string | null = null): Notice => ({
  id: at,
  kind: 'case_came',
  case: caseId === null ? null : { id: caseId, number: 1, subject: 'Router', customer: 'Maria' },
  data: {},
  at,
  seenAt: null,
  mail: { state: 'queued', reason: null, at: null },
});
const items = [
  notice('2026-03-04T10:02:00.000Z', 'b'),
  notice('2026-03-04T10:01:00.000Z', 'a'),
  notice('2026-03-04T10:00:00.000Z'),
];
const fresh = (path: string, saidUntil: string | null = null) =>
  freshOf(items, { path, saidUntil }).map(({ id }) => id.slice(14, 16));

it.each([
  ['all where nothing was said yet', '/', null, ['02', '01', '00']],
  ['none twice, in whichever tab', '/', '2026-03-04T10:01:00Z', ['02']],
  ['none of the case that one looks at', '/cases/b', null, ['01', '00']],
  ['none over the list of them', '/notices', null, []],
])('says %s', (_, path, saidUntil, expected) => {
  expect(fresh(path, saidUntil)).toEqual(expected);
});
