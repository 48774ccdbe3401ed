import {
  type CalendarPreview,
  calendarPage,
  calendarPreview,
  companyClosedDays,
} from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { askAll } from '../../api/pages.ts';
import type { Hours } from './doing.ts';

export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: ({ signal }) => askAll(calendarPage, '/api/calendars', signal),
});

export const closedDaysQuery = queryOptions({
  queryKey: ['closed-days'],
  queryFn: ({ signal }) => ask(companyClosedDays, '/api/company/closed-days', { signal }),
});

/** What the next two weeks look like by hours that need not be saved yet. */
export const previewQuery = ({ zone, weekly, closed }: Hours) =>
  queryOptions({
    queryKey: ['calendar-preview', zone, weekly, closed],
    queryFn: async ({ signal }): Promise<CalendarPreview['items']> => {
      const body = { zone, weekly, closed };
      const sent = { method: 'POST', body, signal } as const;
      return (await ask(calendarPreview, '/api/calendars/preview', sent)).items;
    },
    staleTime: 60_000,
  });
