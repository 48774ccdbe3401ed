import type { RuleWhen } from '@baton/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import { always, workingBetween, type WorkingTime } from '../../../kernel/working-time.ts';
import { hours, opened, viewed } from '../testing.ts';
import { dueOf } from './due.ts';
import { type Wait, waitFor } from './waits.ts';

const office: WorkingTime = {
  zone: 'UTC',
  weekly: ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '09:00', to: '17:00' })),
  closed: [],
};
type ByTime = Extract<RuleWhen, { on: 'time' }>;
const byTime = (from: ByTime['from'], length: string, counts: ByTime['counts'] = 'elapsed') =>
  ({ on: 'time', from, length, counts }) as const;

describe('the instant at which a rule looks', () => {
  it.each<[ByTime, number]>([
    [byTime('opened', 'PT12H'), 12],
    [byTime('opened', 'PT12H', 'working'), 24 + 4],
    [byTime('customer_wrote', 'PT1H'), 3],
    [byTime('due', 'PT2H'), 18],
    [byTime('due', 'P2D'), 0],
    // Due at five the next morning: the last two hours of work before it are from three to five.
    [byTime('due', 'PT2H', 'working'), 6],
  ])('%j: %i h after the opening', (when, after) => {
    const view = viewed({ message: { ...viewed().message, at: hours(2) } });
    expect(dueOf(when, view, office).at).toEqual(hours(after));
  });

  it('does not come while the case stands still', () => {
    expect(dueOf(byTime('due', 'PT1H'), viewed({ dueAt: null }), always).at).toBeNull();
    const closed = viewed({ status: 'closed' });
    expect(dueOf(byTime('opened', 'PT1H'), closed, always).at).toBeNull();
  });

  it('before a due instant leaves just the working time that was asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 400 }),
        (ask, due) => {
          const view = viewed({ dueAt: hours(due), clockStartedAt: hours(-2000) });
          const { at } = dueOf(byTime('due', `PT${ask}H`, 'working'), view, office);
          expect(workingBetween(office, at!, hours(due))).toBe(ask * hourMs);
          expect(workingBetween(office, plus(at!, 1), hours(due))).toBeLessThan(ask * hourMs);
        },
      ),
    );
  });
});

describe('waiting for it', () => {
  const rule = { id: 'rule', sinceVersion: 2, sinceAt: hours(1) };
  const before = (more: Partial<Wait>): Wait => ({
    caseId: 'case',
    ruleId: 'rule',
    sinceVersion: 2,
    anchor: opened,
    dueAt: null,
    done: true,
    ...more,
  });
  it.each<[string, Date | null, Wait | undefined, Partial<Wait>]>([
    ['begins', hours(5), undefined, { dueAt: hours(5), done: false }],
    ['is over once it was looked', hours(5), before({}), { dueAt: null, done: true }],
    ['begins anew with another anchor', hours(5), before({ anchor: hours(-9) }), { done: false }],
    ['begins anew with another rule', hours(5), before({ sinceVersion: 1 }), { done: false }],
    ['leaves alone what was due before', hours(1), undefined, { dueAt: null, done: true }],
    ['stands still with the case', null, undefined, { dueAt: null, done: false }],
  ])('%s', (_, at, was, expected) => {
    expect(waitFor('case', rule, { anchor: opened, at }, was)).toMatchObject(expected);
  });
});
