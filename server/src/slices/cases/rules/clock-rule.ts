import type { Urgency } from '@baton/contract';
import { always, type WorkingTime } from '../../../kernel/working-time.ts';

/** By which settings a clock runs. Lengths are in milliseconds. */
export type ClockRule = {
  holdingMs: number;
  /** Whether the holding time runs from the arrival at the level or from the opening of the case. */
  from: 'arrival' | 'opened';
  /** What a case gets at least when it resumes, or arrives late (invariant 3). */
  atLeastMs: number;
  /** How long it may wait at one level, all pauses together. */
  waitingLimitMs: number;
  /** What counts: all of the time but closed days, or working hours. */
  time: WorkingTime;
  /** Which version of the settings this is: two rules of the same mark give the same instants. */
  mark: string;
  /** In whose hours the warnings are given. */
  recipients: Recipients;
};

export type Recipients = { owner: WorkingTime; lead: WorkingTime };

/** Warnings at any hour. */
export const atAnyHour: Recipients = { owner: always, lead: always };

/** A level as its clocks need it. */
export type LevelSettings = {
  holdingMs: number;
  resumeAtLeastMs: number;
  waitingLimitMs: number;
  counts: 'elapsed' | 'working';
  runsFrom: 'arrival' | 'opened';
  /** Holding times of their own. */
  holding: Partial<Record<Urgency | 'high_stakes', number>>;
};

/** How pressing a case is, as far as its holding time goes. */
export type Pressure = { urgency: Urgency; highStakes: boolean };

/** Hours that count, with the mark of the calendar's version. */
export type MarkedTime = { time: WorkingTime; mark: string };

/** The holding time at a level: the urgency's own or the level's; high stakes may shorten it. */
export function holdingMsOf(level: LevelSettings, { urgency, highStakes }: Pressure): number {
  const usual = level.holding[urgency] ?? level.holdingMs;
  return highStakes ? Math.min(usual, level.holding.high_stakes ?? usual) : usual;
}

/** The rule of a level for cases of a team whose hours these are. */
export function clockRule(
  level: LevelSettings,
  hours: MarkedTime,
  pressure: Pressure,
  recipients: Recipients = atAnyHour,
): ClockRule {
  const holdingMs = holdingMsOf(level, pressure);
  const allDay = level.counts === 'elapsed';
  return {
    holdingMs,
    from: level.runsFrom,
    atLeastMs: level.resumeAtLeastMs,
    waitingLimitMs: level.waitingLimitMs,
    time: allDay ? aroundTheClock(hours.time) : hours.time,
    mark: `${holdingMs} ${level.runsFrom} ${level.counts} ${hours.mark}`,
    recipients,
  };
}

/** One object per calendar, because what is known of it is kept by the object. */
const allDays = new WeakMap<WorkingTime, WorkingTime>();

/** The same days, nights included. */
function aroundTheClock(time: WorkingTime): WorkingTime {
  if (time.weekly.length === 0) return time;
  let all = allDays.get(time);
  if (!all) allDays.set(time, (all = { ...time, weekly: [] }));
  return all;
}
