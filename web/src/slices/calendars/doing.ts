import {
  calendar,
  type Calendar,
  type CalendarUses,
  type ClosedDayShape,
  companyClosedDays,
  foundHolidays,
  type Level,
  level,
  type WeeklyStretchShape,
} from '@baton/contract';
import { ask, tell } from '../../api/client.ts';

/** What is open when. */
export type Hours = { zone: string; weekly: WeeklyStretchShape[]; closed: ClosedDayShape[] };

/** A calendar as it is being written. */
export type CalendarDraft = Hours & { name: string; uses: CalendarUses };

export const createCalendar = (body: CalendarDraft) =>
  ask(calendar, '/api/calendars', { method: 'POST', body });
export const changeCalendar = ({ id, version }: Calendar, body: CalendarDraft) =>
  ask(calendar, `/api/calendars/${id}`, { method: 'PATCH', body, version });
/** Other people keep the hours of a calendar from now on. */
export const changeUses = ({ id, version }: Calendar, uses: CalendarUses) =>
  ask(calendar, `/api/calendars/${id}`, { method: 'PATCH', body: { uses }, version });
export const deleteCalendar = (id: string) => tell(`/api/calendars/${id}`, { method: 'DELETE' });

export const putClosedDays = (days: ClosedDayShape[]) =>
  ask(companyClosedDays, '/api/company/closed-days', { method: 'PUT', body: { days } });

/** Reads an iCalendar file; nothing is saved by that. */
export const readHolidays = (text: string, closed: ClosedDayShape[]) =>
  ask(foundHolidays, '/api/calendars/holidays', { method: 'POST', body: { text, closed } });

export const changeLevel = (id: number, body: Partial<Omit<Level, 'id'>>) =>
  ask(level, `/api/levels/${id}`, { method: 'PATCH', body });
