import { z } from 'zod';
import { id, instant, line, page, ref, text, zone } from './common.ts';
import { formFaults } from './faults.ts';

const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: formFaults.not_a_clock_time });

/** Hours of a weekday (1 is Monday); a `to` at or before `from` is on the next day. */
export const weeklyStretch = z.strictObject({
  day: z.union([
    z.literal(1),
    z.literal(2),
    z.literal(3),
    z.literal(4),
    z.literal(5),
    z.literal(6),
    z.literal(7),
  ]),
  from: clockTime,
  to: z.union([clockTime, z.literal('24:00')]),
});
export type WeeklyStretchShape = z.infer<typeof weeklyStretch>;

/** A date on which nobody works, and why. */
export const closedDay = z.strictObject({ day: z.iso.date(), name: z.string().trim().max(200) });
export type ClosedDayShape = z.infer<typeof closedDay>;

const weekly = z.array(weeklyStretch).max(70);
const closed = z.array(closedDay).max(2000);

/** Who keeps the hours of a calendar; each of them keeps those of one calendar at most. */
const calendarUses = z.strictObject({
  company: z.boolean(),
  levels: z.array(z.number().int()).max(99),
  teams: z.array(id).max(1000),
  agents: z.array(id).max(10_000),
});
export type CalendarUses = z.infer<typeof calendarUses>;

/** The hours that people keep, in a zone; without weekly hours: around the clock. */
export const calendar = z.object({
  id,
  name: z.string(),
  zone: z.string(),
  weekly: z.array(weeklyStretch),
  closed: z.array(closedDay),
  uses: z.object({
    company: z.boolean(),
    levels: z.array(z.number().int()),
    teams: z.array(ref),
    agents: z.array(ref),
  }),
  version: z.number().int(),
});
export type Calendar = z.infer<typeof calendar>;
export const calendarPage = page(calendar);

const fields = { name: line(100), zone, weekly, closed, uses: calendarUses };
export const newCalendar = z.strictObject({
  ...fields,
  weekly: weekly.default([]),
  closed: closed.default([]),
  uses: calendarUses.optional(),
});
export const calendarChange = z.strictObject(fields).partial();

/** `GET /api/company/closed-days`; `asked` says whether anybody has set them yet. */
export const companyClosedDays = z.object({ days: z.array(closedDay), asked: z.boolean() });
export type CompanyClosedDays = z.infer<typeof companyClosedDays>;
export const newCompanyClosedDays = z.strictObject({ days: closed });

/** `POST /api/calendars/holidays`: reads the days of an iCalendar file; nothing is saved. */
export const holidayFile = z.strictObject({ text: text(900_000), closed: closed.default([]) });
export const foundHolidays = z.object({
  /** Days that are not yet among those given. */
  days: z.array(closedDay),
  /** How many are there already. */
  known: z.number().int(),
  /** Entries that are no days, or repeat in a way that no yearly rule says. */
  skipped: z.number().int(),
});
export type FoundHolidays = z.infer<typeof foundHolidays>;

/** `POST /api/calendars/preview`: what the next weeks look like; nothing is saved. */
export const calendarSketch = z.strictObject({ zone, weekly, closed });
export const calendarPreview = z.object({
  items: z.array(
    z.object({
      from: instant,
      to: instant,
      counts: z.boolean(),
      why: z.enum(['outside_hours', 'no_hours', 'closed_day']).nullable(),
      name: z.string().nullable(),
    }),
  ),
});
export type CalendarPreview = z.infer<typeof calendarPreview>;
