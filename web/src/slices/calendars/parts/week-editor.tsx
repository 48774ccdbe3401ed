import type { WeeklyStretchShape } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../../ui/viewer.tsx';
import styles from './calendars.module.css';

const days = [1, 2, 3, 4, 5, 6, 7] as const;

type Props = {
  weekly: WeeklyStretchShape[];
  onChange: (weekly: WeeklyStretchShape[]) => void;
};

/** The hours of each weekday: none, one stretch, or several; past midnight too. */
export function WeekEditor({ weekly, onChange }: Props) {
  const { t } = useTranslation();
  const { language } = useViewer();
  const nameOf = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <fieldset className={styles.week}>
      <legend>{t('calendars.hours')}</legend>
      <p className={styles.hint}>
        {t(weekly.length === 0 ? 'calendars.aroundTheClock' : 'calendars.pastMidnight')}
      </p>
      {days.map((day) => {
        // The first of January 2024 was a Monday.
        const name = nameOf.format(Date.UTC(2024, 0, day));
        const last = weekly.findLast((one) => one.day === day);
        const add = { day, from: last?.to ?? '09:00', to: last ? '18:00' : '17:00' };
        return (
          <div key={day} className={styles.day}>
            <b>{name}</b>
            <div>
              {weekly.map((stretch, place) =>
                stretch.day === day ? (
                  <StretchRow
                    path={`weekly.${place}`}
                    // oxlint-disable-next-line react/no-array-index-key -- hours have no other name
                    key={place}
                    name={name}
                    stretch={stretch}
                    onChange={(next) => onChange(weekly.with(place, next))}
                    onRemove={() => onChange(weekly.toSpliced(place, 1))}
                  />
                ) : null,
              )}
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={t('calendars.addHoursOn', { day: name })}
                onClick={() => onChange([...weekly, add])}
              >
                {t('calendars.addHours')}
              </Button>
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}

type RowProps = {
  /** Where it stands in what is sent. */
  path: string;
  name: string;
  stretch: WeeklyStretchShape;
  onChange: (stretch: WeeklyStretchShape) => void;
  onRemove: () => void;
};

function StretchRow({ path, name, stretch, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.stretch}>
      <TextInput
        type="time"
        size="xs"
        required
        aria-label={t('calendars.from', { day: name })}
        data-path={`${path}.from`}
        value={stretch.from}
        onChange={(event) => onChange({ ...stretch, from: event.currentTarget.value })}
      />
      –
      <TextInput
        type="time"
        size="xs"
        required
        aria-label={t('calendars.to', { day: name })}
        data-path={`${path}.to`}
        // A field for times knows no 24:00; midnight is the next day's beginning.
        value={stretch.to === '24:00' ? '00:00' : stretch.to}
        onChange={(event) => onChange({ ...stretch, to: event.currentTarget.value })}
      />
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={t('calendars.removeHours', { day: name, from: stretch.from })}
        onClick={onRemove}
      >
        ×
      </Button>
    </div>
  );
}
