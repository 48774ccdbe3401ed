import type { Calendar, CompanyClosedDays } from '@baton/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { goThen } from '../../../ui/unsaved/unsaved.ts';
import { levelsQuery } from '../../people/queries.ts';
import { useSaving } from '../../topics/use-saving.ts';
import { putClosedDays } from '../doing.ts';
import { CalendarForm } from '../parts/calendar-form.tsx';
import styles from '../parts/calendars.module.css';
import { ClosedDaysEditor } from '../parts/closed-days-editor.tsx';
import { calendarsQuery, closedDaysQuery } from '../queries.ts';

/** When people are at work, and the days on which the company is closed. */
export function Calendars() {
  const { t } = useTranslation();
  const calendars = useQuery(calendarsQuery);
  const closed = useQuery(closedDaysQuery);
  const [edited, setEdited] = useState<string | null>(null);
  const error = calendars.error ?? closed.error;
  return (
    <Page title={t('calendars.title')} back="/settings">
      {error && <ProblemNote error={error} onAgain={() => void calendars.refetch()} />}
      <section>
        <h2 className={styles.heading}>{t('calendars.companyClosed')}</h2>
        {closed.data && <CompanyClosed key={JSON.stringify(closed.data)} closed={closed.data} />}
      </section>
      <section>
        <h2 className={styles.heading}>{t('calendars.calendars')}</h2>
        <p className={styles.hint}>{t('calendars.intro')}</p>
        <ul className={styles.list}>
          {calendars.data?.map((calendar) => (
            <li key={calendar.id}>
              {edited === calendar.id ? (
                <CalendarForm calendar={calendar} onDone={() => setEdited(null)} />
              ) : (
                <Summary calendar={calendar} onEdit={() => goThen(() => setEdited(calendar.id))} />
              )}
            </li>
          ))}
        </ul>
        {edited === 'new' ? (
          <CalendarForm calendar={null} onDone={() => setEdited(null)} />
        ) : (
          <Button variant="default" onClick={() => goThen(() => setEdited('new'))}>
            {t('calendars.add')}
          </Button>
        )}
      </section>
    </Page>
  );
}

function CompanyClosed({ closed }: { closed: CompanyClosedDays }) {
  const { t } = useTranslation();
  const [days, setDays] = useState(closed.days);
  const saving = useSaving(() => putClosedDays(days), 'closed-days');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <p className={styles.hint}>
        {t(closed.asked ? 'calendars.companyClosedHint' : 'calendars.notAsked')}
      </p>
      <ClosedDaysEditor path="days" days={days} onChange={setDays} />
      {saving.error && <ProblemNote error={saving.error} />}
      {(days !== closed.days || !closed.asked) && (
        <footer>
          <Button type="submit" loading={saving.isPending}>
            {t(days.length === 0 ? 'calendars.noneClosed' : 'calendars.keep')}
          </Button>
        </footer>
      )}
    </form>
  );
}

function Summary({ calendar, onEdit }: { calendar: Calendar; onEdit: () => void }) {
  const { t } = useTranslation();
  const { data: levels = [] } = useQuery(levelsQuery);
  const { company, levels: ids, teams, agents } = calendar.uses;
  const names = [
    ...(company ? [t('calendars.company')] : []),
    ...levels.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
    ...[...teams, ...agents].map(({ name }) => name),
  ];
  return (
    <div className={styles.summary}>
      <div>
        <b>{calendar.name}</b>
        <small>
          {calendar.zone} · {names.length > 0 ? names.join(', ') : t('calendars.nobody')}
        </small>
      </div>
      <Button
        variant="default"
        size="xs"
        aria-label={t('calendars.editNamed', { name: calendar.name })}
        onClick={onEdit}
      >
        {t('calendars.edit')}
      </Button>
    </div>
  );
}
