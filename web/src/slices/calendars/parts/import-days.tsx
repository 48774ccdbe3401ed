import type { ClosedDayShape, FoundHolidays } from '@baton/contract';
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { shortDay } from '../../../ui/time/format.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { readHolidays } from '../doing.ts';
import styles from './calendars.module.css';

type Props = { closed: ClosedDayShape[]; onTake: (days: ClosedDayShape[]) => void };

/** Holidays from an iCalendar file or its text: first shown, then taken over. */
export function ImportDays({ closed, onTake }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const reading = useMutation({
    mutationFn: async (from: string | File) => {
      const written = typeof from === 'string' ? from : await from.text();
      setText(written);
      return readHolidays(
        written,
        closed.filter(({ day }) => day !== ''),
      );
    },
  });
  return (
    <div className={styles.import}>
      <label className={styles.file}>
        {t('calendars.file')}
        <input
          type="file"
          accept=".ics,text/calendar"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) reading.mutate(file);
          }}
        />
      </label>
      <Textarea
        label={t('calendars.text')}
        data-path="text"
        minRows={3}
        maxRows={8}
        autosize
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        variant="default"
        size="xs"
        disabled={text.trim() === ''}
        loading={reading.isPending}
        onClick={() => reading.mutate(text)}
      >
        {t('calendars.read')}
      </Button>
      {reading.error && <ProblemNote error={reading.error} />}
      {reading.data && <Found found={reading.data} onTake={onTake} />}
    </div>
  );
}

function Found({ found, onTake }: { found: FoundHolidays; onTake: Props['onTake'] }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  return (
    <div role="status">
      <p className={styles.hint}>
        {t('calendars.found', { fresh: found.days.length, known: found.known })}{' '}
        {found.skipped > 0 && t('calendars.skipped', { skipped: found.skipped })}
      </p>
      <ul>
        {found.days.map(({ day, name }) => (
          <li key={day}>
            {shortDay(day, viewer)} {day.slice(0, 4)} · {name}
          </li>
        ))}
      </ul>
      {found.days.length > 0 && (
        <Button size="xs" onClick={() => onTake(found.days)}>
          {t('calendars.take')}
        </Button>
      )}
    </div>
  );
}
