import type { CaseEventShape, LedgerLine } from '@baton/contract';
import { expect, it } from 'vitest';
import { byEvent } from './by-event.ts';

const event = (seq: number) => ({ seq, kind: 'replied' }) as CaseEventShape;
const line = (id: string, seq: number | null) => ({ id, seq }) as LedgerLine;
const shown = (lines: LedgerLine[], isWhole: boolean) =>
  byEvent([event(1), event(2), event(3)], lines, isWhole).map((of) =>
    `${of.event?.seq ?? 'besides'}: ${of.lines.map(({ id }) => id).join(' ')}`.trim(),
  );

it('shows each event with who was told, the latest first, though nobody had to be', () => {
  expect(shown([line('a', 3), line('b', 3), line('c', 1)], true)).toEqual(['3: a b', '2:', '1: c']);
});

it('leaves out the events whose lines are still to come', () => {
  expect(shown([line('a', 3), line('c', 2)], false)).toEqual(['3: a', '2: c']);
  expect(shown([line('x', null)], false)).toEqual(['besides: x']);
});

it('loses nothing that belongs to no event it knows', () => {
  expect(shown([line('a', 9), line('x', null)], true)).toEqual(['3:', '2:', '1:', 'besides: a x']);
});
