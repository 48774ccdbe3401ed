import type { ClosedDayShape } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './calendars.module.css';
import { ImportDays } from './import-days.tsx';

type Props = {
  /** Where the days stand in what is sent. */
  path: string;
  days: ClosedDayShape[];
  onChange: (days: ClosedDayShape[]) => void;
};

/** Days on which nobody works: each with a name, one by one or from a file of holidays. */
export function ClosedDaysEditor({ path, days, onChange }: Props) {
  const { t } = useTranslation();
  const [importing, setImporting] = useState(false);
  const add = (more: ClosedDayShape[]) =>
    onChange([...days, ...more].toSorted((a, b) => (a.day < b.day ? -1 : 1)));
  return (
    <div className={styles.closed}>
      <ul>
        {days.map((one, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a day has no other name while it is typed
          <li key={place}>
            <DayRow
              path={`${path}.${place}`}
              one={one}
              onChange={(next) => onChange(days.with(place, next))}
              onRemove={() => onChange(days.toSpliced(place, 1))}
            />
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button
          variant="default"
          size="xs"
          onClick={() => onChange([...days, { day: '', name: '' }])}
        >
          {t('calendars.addDay')}
        </Button>
        <Button variant="default" size="xs" onClick={() => setImporting((open) => !open)}>
          {t('calendars.import')}
        </Button>
      </div>
      {importing && (
        <ImportDays
          closed={days}
          onTake={(more) => {
            add(more);
            setImporting(false);
          }}
        />
      )}
    </div>
  );
}

type RowProps = {
  path: string;
  one: ClosedDayShape;
  onChange: (one: ClosedDayShape) => void;
  onRemove: () => void;
};

function DayRow({ path, one, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        type="date"
        size="xs"
        required
        aria-label={t('calendars.date')}
        data-path={`${path}.day`}
        value={one.day}
        onChange={(event) => onChange({ ...one, day: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        maxLength={200}
        aria-label={t('calendars.dayName', { day: one.day })}
        data-path={`${path}.name`}
        placeholder={t('calendars.dayNameHint')}
        value={one.name}
        onChange={(event) => onChange({ ...one, name: event.currentTarget.value })}
      />
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={t('calendars.removeDay', { day: one.day })}
        onClick={onRemove}
      >
        ×
      </Button>
    </>
  );
}
