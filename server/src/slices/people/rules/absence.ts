import type { AbsenceReason } from '@baton/contract';
import { dayMs, hourMs, minuteMs } from '../../../kernel/duration.ts';
import {
  type WeeklyStretch,
  type WorkingTime,
  workingBetween,
} from '../../../kernel/working-time.ts';

export type AbsenceState = 'planned' | 'running' | 'ended' | 'cancelled';

/** When an agent is away. `until` null: open; nobody knows when it ends. */
export type Absence = {
  id: string;
  agentId: string;
  from: Date;
  until: Date | null;
  reason: AbsenceReason;
  coverId: string | null;
  state: AbsenceState;
  handedOverAt: Date | null;
  endedAt: Date | null;
  version: number;
};

type Step = 'begin' | 'hand_over' | 'end' | 'miss';

/**
 * Whether an absence is long enough that the agent's cases move (invariant 1): it takes up as much
 * of their working time as the shortest of their working days has, around the clock 24 hours. An
 * open one is: nobody can say that it is shorter.
 */
export function movesCases(
  { from, until }: Pick<Absence, 'from' | 'until'>,
  time: WorkingTime,
): boolean {
  return until === null || workingBetween(time, from, until) >= workingDayMs(time);
}

function workingDayMs({ weekly }: WorkingTime): number {
  if (weekly.length === 0) return dayMs;
  const days = Map.groupBy(weekly, ({ day }) => day).values();
  return Math.min(...[...days].map((those) => those.reduce((sum, one) => sum + lengthMs(one), 0)));
}

function lengthMs({ from, to }: WeeklyStretch): number {
  const [start, end] = [from, to].map((at) => parseClock(at));
  return end! > start! ? end! - start! : end! - start! + dayMs;
}

function parseClock(at: string): number {
  const [hours, minutes] = at.split(':');
  return Number(hours) * hourMs + Number(minutes) * minuteMs;
}

/**
 * What an absence waits for at `now`, one step after the other until there is none: it begins, it
 * has become long enough for a hand-over, it ends. One that nobody saw begin before it was over is
 * missed: it ends without having moved anything.
 */
export function nextStep(absence: Absence, time: WorkingTime, now: Date): Step | null {
  const over = absence.until !== null && absence.until <= now;
  if (absence.state === 'planned') {
    if (over) return 'miss';
    return absence.from <= now ? 'begin' : null;
  }
  if (absence.state !== 'running') return null;
  if (over) return 'end';
  return absence.handedOverAt === null && movesCases(absence, time) ? 'hand_over' : null;
}

/** Whether two stretches of time share an instant; one that is open never ends. */
export function overlap(
  a: Pick<Absence, 'from' | 'until'>,
  b: Pick<Absence, 'from' | 'until'>,
): boolean {
  const before = (end: Date | null, start: Date) => end !== null && end <= start;
  return !before(a.until, b.from) && !before(b.until, a.from);
}
