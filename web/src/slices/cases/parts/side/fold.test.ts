import type { ClockLine } from '@baton/contract';
import { expect, it } from 'vitest';
import { fold } from './fold.ts';

const line = (kind: ClockLine['kind'], length = 'PT8H'): ClockLine => ({
  kind,
  from: '2026-03-04T09:00:00.000Z',
  to: '2026-03-04T17:00:00.000Z',
  counted: kind === 'running',
  length,
});
const days = (count: number) =>
  Array.from({ length: count }, () => [line('running'), line('outside_hours', 'PT16H')]).flat();

it('puts long rows of working days together, with what counted', () => {
  expect(fold(days(5))).toMatchObject([{ times: 5, countedMs: 40 * 3_600_000 }]);
});

it('leaves short rows, closed days and waits as they are', () => {
  const folded = fold([...days(5), line('closed_day'), ...days(2), line('waiting')]);
  expect(folded.map(({ lines }) => lines.length)).toEqual([10, 1, 1, 1, 1, 1, 1]);
});
