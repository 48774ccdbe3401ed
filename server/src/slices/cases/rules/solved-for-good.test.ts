import { describe, expect, it } from 'vitest';
import { after, tom } from '../testing.ts';
import type { CaseFact } from '../events.ts';
import { solutionFates } from './solved-for-good.ts';

const clock = { due: after(0), warned: 0, warnAt: null, toppedUpMs: 0 };
const solved = { kind: 'solved', solution: 's', closeAt: after(0), remainingMs: 0 } as const;
const reopened = {
  kind: 'reopened',
  by: 'customer',
  owner: 'tom',
  clock,
  solution: 's',
  solver: 'tom',
} as const;
const thanked = {
  kind: 'thanked',
  message: 'm',
  reopening: 2,
  closeAt: after(0),
  remindAt: null,
  remainingMs: 0,
} as const;
const closed = (confirmed: boolean) => ({ kind: 'closed', confirmed }) as const;

/** Events by the hour at which they happened; the first has the number 1. */
const events = (...facts: [hours: number, fact: CaseFact][]) =>
  facts.map(([hours, fact], index) => ({
    caseId: 'case',
    seq: index + 1,
    at: after(hours),
    actor: tom,
    fact,
  }));
const days = (count: number) => count * 24;

describe('what became of a solution', () => {
  it.each([
    ['just solved', events([0, solved]), 1, [['pending', null]]],
    ['confirmed', events([0, solved], [5, closed(true)]), 9, [['confirmed', 5]]],
    [
      'closed in silence',
      events([0, solved], [days(7), closed(false)]),
      days(29),
      [['pending', null]],
    ],
    [
      'silent for 30 days',
      events([0, solved], [days(7), closed(false)]),
      days(30),
      [['lasting', days(30)]],
    ],
    ['reopened', events([0, solved], [5, reopened]), days(40), [['reopened', 5]]],
    [
      'reopened too late to count',
      events([0, solved], [days(31), reopened]),
      days(40),
      [['lasting', days(30)]],
    ],
    [
      'only thanks',
      events([0, solved], [5, reopened], [6, thanked]),
      days(40),
      [['lasting', days(30)]],
    ],
    [
      'only thanks, then confirmed',
      events([0, solved], [5, reopened], [6, thanked], [7, closed(true)]),
      9,
      [['confirmed', 7]],
    ],
    [
      'solved twice',
      events([0, solved], [5, reopened], [8, solved], [9, closed(true)]),
      10,
      [
        ['reopened', 5],
        ['confirmed', 9],
      ],
    ],
  ] as const)('%s', (_, happened, now, expected) => {
    const fates = solutionFates(happened, after(now));
    expect(fates.map(({ fate, knownAt }) => [fate, knownAt])).toEqual(
      expected.map(([fate, hours]) => [fate, hours === null ? null : after(hours)]),
    );
    expect(fates.every(({ solver }) => solver === 'tom')).toBe(true);
  });
});
