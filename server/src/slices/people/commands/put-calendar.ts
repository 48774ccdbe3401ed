import type { calendarChange, newCalendar } from '@baton/contract';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import { opensAt, type WeeklyStretch } from '../../../kernel/working-time.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { invalid, notFound, unique, unknownReference, unused } from '../../../platform/refusals.ts';
import { missingUse, putUses } from '../store/calendar-uses.ts';
import {
  calendarById,
  type CalendarRow,
  companyClosedDays,
  deleteCalendarRow,
  insertCalendar,
  putCompanyClosedDays,
  updateCalendar,
} from '../store/calendars.ts';
import { lockPyramid } from '../store/company.ts';
import { hoursChange } from './hours-change.ts';

type Fields = z.output<typeof newCalendar>;

/** Adds a calendar. @throws Problem already_exists, unknown_reference, invalid_request */
export async function createCalendar(ctx: Ctx, { uses, ...fields }: Fields): Promise<string> {
  await lockPyramid(ctx.tx);
  const calendar = { id: newId(), ...fields };
  await refuseUnlessItOpens(ctx, calendar);
  await unique('name', nameIsTaken(calendar.name), insertCalendar(ctx.tx, calendar));
  if (uses && (await keepHours(ctx, calendar.id, uses))) await hoursChange(ctx.tx, null);
  return calendar.id;
}

/**
 * Changes a calendar, as its next version; due instants that move by it move afterwards, as events.
 * @throws Problem not_found, stale_version, already_exists, unknown_reference, invalid_request
 */
export async function changeCalendar(
  ctx: Ctx,
  id: string,
  { uses, ...change }: z.output<typeof calendarChange>,
  seen: number | null,
): Promise<void> {
  await lockPyramid(ctx.tx);
  const before = await calendarById(ctx.tx, id);
  if (!before) throw notFound('calendar');
  if (seen && seen !== before.version) {
    throw new Problem('stale_version', {
      detail: 'Somebody else has changed the calendar meanwhile. Look at it again, and then save.',
    });
  }
  const after = withChanges<CalendarRow>(before, change);
  await refuseUnlessItOpens(ctx, after);
  await unique('name', nameIsTaken(after.name), updateCalendar(ctx.tx, after));
  const others = uses ? await keepHours(ctx, id, uses) : false;
  if (others || areOther(before, after)) await hoursChange(ctx.tx, null);
}

/** Takes away a calendar whose hours nobody keeps. @throws Problem not_found, still_in_use */
export async function deleteCalendar(ctx: Ctx, id: string): Promise<void> {
  await lockPyramid(ctx.tx);
  const calendar = await calendarById(ctx.tx, id);
  if (!calendar) throw notFound('calendar');
  await unused(
    `${calendar.name} is in use: give whoever keeps its hours another calendar first.`,
    deleteCalendarRow(ctx.tx, id),
  );
}

/** Sets the days on which the whole company is closed. @throws Problem invalid_request */
export async function closeCompany(ctx: Ctx, days: CalendarRow['closed']): Promise<void> {
  await lockPyramid(ctx.tx);
  refuseTwice(days);
  const before = await companyClosedDays(ctx.tx);
  await putCompanyClosedDays(ctx.tx, days);
  if (!isDeepStrictEqual(datesOf(before.days), datesOf(days))) await hoursChange(ctx.tx, null);
}

/** @returns whether anybody keeps other hours than before */
async function keepHours(
  ctx: Ctx,
  id: string,
  uses: NonNullable<Fields['uses']>,
): Promise<boolean> {
  const missing = await missingUse(ctx.tx, uses);
  if (missing) throw unknownReference(missing, 'not_there');
  return putUses(ctx.tx, id, uses);
}

/** Whether these are other hours, whatever the calendar and its days are called. */
function areOther(before: CalendarRow, after: CalendarRow): boolean {
  const hours = ({ zone, weekly, closed }: CalendarRow) => ({
    zone,
    weekly,
    closed: datesOf(closed),
  });
  return !isDeepStrictEqual(hours(before), hours(after));
}

const datesOf = (closed: CalendarRow['closed']) => closed.map(({ day }) => day).toSorted();

/** A clock by a calendar that never opens would hold its cases for years. */
async function refuseUnlessItOpens(
  ctx: Ctx,
  {
    zone,
    weekly,
    closed,
  }: { zone: string; weekly: WeeklyStretch[]; closed: CalendarRow['closed'] },
): Promise<void> {
  refuseTwice(closed);
  const company = await companyClosedDays(ctx.tx);
  const days = [...closed, ...company.days].map(({ day }) => day);
  if (opensAt({ zone, weekly, closed: days }, ctx.now)) return;
  throw invalid('closed', 'never_open');
}

function refuseTwice(closed: CalendarRow['closed']): void {
  const seen = new Set<string>();
  for (const [place, { day }] of closed.entries()) {
    if (seen.has(day)) throw invalid(`closed.${place}.day`, 'twice');
    seen.add(day);
  }
}

function nameIsTaken(name: string): string {
  return `There is another calendar called ${name}.`;
}
