import type { CaseItem } from '@baton/contract';
import { expect, it } from 'vitest';
import { caseTime } from './case-time.ts';

const hour = 3_600_000;
const withClock = (clock: Partial<CaseItem['clock']>) => ({ clock }) as CaseItem;

it('runs while there is a due instant', () => {
  const running = withClock({ due: '2026-03-04T12:00:00Z', holdingTime: 'PT20H' });
  const now = Date.parse('2026-03-04T08:00:00Z');
  expect(caseTime(running, now)).toEqual({
    share: 20,
    tone: 'soon',
    paused: false,
    leftMs: 4 * hour,
  });
  expect(caseTime(running, now + 5 * hour)).toMatchObject({ share: 0, leftMs: -hour });
});

it('stands still while there is none', () => {
  const waiting = withClock({ due: null, remaining: 'PT15H', holdingTime: 'PT20H' });
  expect(caseTime(waiting, 0)).toEqual({
    share: 75,
    tone: 'calm',
    paused: true,
    leftMs: 15 * hour,
  });
});
