import type { CalendarPreview, calendarSketch } from '@baton/contract';
import type { z } from 'zod';
import { dayMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import { stretches } from '../../../kernel/working-time.ts';
import type { Db } from '../../../platform/context.ts';
import { companyClosedDays } from '../store/calendars.ts';

/** What a calendar means from `now` on for two weeks, with the company's closed days. */
export async function sketchCalendar(
  db: Db,
  { zone, weekly, closed }: z.output<typeof calendarSketch>,
  now: Date,
): Promise<CalendarPreview['items']> {
  const company = await companyClosedDays(db);
  const names = new Map([...company.days, ...closed].map(({ day, name }) => [day, name]));
  const time = { zone, weekly, closed: [...names.keys()] };
  return stretches(time, now, plus(now, 14 * dayMs)).map(({ from, to, counts, why, day }) => ({
    from: from.toISOString(),
    to: to.toISOString(),
    counts,
    why: why ?? null,
    name: day ? (names.get(day) ?? null) : null,
  }));
}
