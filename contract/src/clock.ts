import { z } from 'zod';
import { duration, instant } from './common.ts';

/** One stretch or correction of the clock, in order; `counted` says whether it used up time. */
export const clockLine = z.object({
  kind: z.enum([
    'running',
    'waiting',
    'solved',
    'set_aside',
    'merged',
    'resumed_at_least',
    'holding_time_changed',
    'handed_down',
    'calendar_changed',
    'counted_before',
    'outside_hours',
    'no_hours',
    'closed_day',
  ]),
  from: instant,
  to: instant.nullable(),
  counted: z.boolean(),
  /** How long the stretch lasted, or by how much the due instant was moved (may be negative). */
  length: z.string(),
  /** The name of a closed day. */
  name: z.string().optional(),
});
export type ClockLine = z.infer<typeof clockLine>;

/** The holding time that runs for a case at its level. */
export const clockItem = z.object({
  startedAt: instant,
  holdingTime: duration,
  due: instant.nullable(),
  pausedSince: instant.nullable(),
  /** What is left: until `due` while it runs, what will be left while it is paused. */
  remaining: duration.nullable(),
  resumesAt: instant.nullable(),
  closesAt: instant.nullable(),
});

/** The clock with its explanation, line by line. */
export const caseClock = clockItem.extend({ explanation: z.array(clockLine) });
export type CaseClock = z.infer<typeof caseClock>;

/** The same with every stretch that counted, and every one that did not and why. */
export const clockInFull = caseClock.extend({
  lines: z.array(clockLine),
  /** What counts from now until the due instant; empty while the clock is paused. */
  ahead: z.array(clockLine),
});
export type ClockInFull = z.infer<typeof clockInFull>;
