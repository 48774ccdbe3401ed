import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDebouncedValue } from '@mantine/hooks';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { localeOf } from '../../../ui/time/format.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import type { Hours } from '../doing.ts';
import { previewQuery } from '../queries.ts';
import styles from './calendars.module.css';

/** What the next two weeks look like by these hours, in their own zone. */
export function NextWeeks({ hours }: { hours: Hours }) {
  const { t } = useTranslation();
  const { language } = useViewer();
  const [settled] = useDebouncedValue(hours, 400);
  const { data: items, error } = useQuery({ ...previewQuery(settled), retry: false });
  if (error) return <ProblemNote error={error} />;
  if (!items) return null;
  const day = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: settled.zone,
  });
  const time = new Intl.DateTimeFormat(localeOf(language), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: settled.zone,
  });
  return (
    <div className={styles.preview}>
      <h3>{t('calendars.nextWeeks')}</h3>
      <ul>
        {items
          .filter((one) => one.counts || one.why === 'closed_day')
          .map((one) => (
            <li key={one.from} data-open={one.counts}>
              <span>{day.format(Date.parse(one.from))}</span>{' '}
              {one.counts
                ? `${time.format(Date.parse(one.from))}–${time.format(Date.parse(one.to))}`
                : t('calendars.closedBecause', { name: one.name || t('calendars.closedDay') })}
            </li>
          ))}
      </ul>
    </div>
  );
}
