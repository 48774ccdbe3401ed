import type { Calendar } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { useViewer } from '../../../ui/viewer.tsx';
import { SureButton } from '../../../ui/sure-button.tsx';
import { useSaving } from '../../topics/use-saving.ts';
import { type CalendarDraft, changeCalendar, createCalendar, deleteCalendar } from '../doing.ts';
import styles from './calendars.module.css';
import { ClosedDaysEditor } from './closed-days-editor.tsx';
import { NextWeeks } from './next-weeks.tsx';
import { UsesFields } from './uses-fields.tsx';
import { WeekEditor } from './week-editor.tsx';

const zones = Intl.supportedValuesOf('timeZone');

/** A calendar: its hours, its closed days, who keeps it, and what that means in the next weeks. */
export function CalendarForm({
  calendar,
  onDone,
}: {
  calendar: Calendar | null;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const [draft, setDraft] = useState<CalendarDraft>(() => draftOf(calendar, zone));
  const set = (change: Partial<CalendarDraft>) => setDraft((before) => ({ ...before, ...change }));
  const save = () => (calendar ? changeCalendar(calendar, draft) : createCalendar(draft));
  const saving = useSaving(save, 'calendars', onDone);
  const deleting = useSaving(() => deleteCalendar(calendar?.id ?? ''), 'calendars', onDone);
  const hours = { ...draft, closed: draft.closed.filter(({ day }) => day !== '') };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <NameFields draft={draft} onChange={set} />
      <WeekEditor weekly={draft.weekly} onChange={(weekly) => set({ weekly })} />
      <fieldset className={styles.week}>
        <legend>{t('calendars.closedDays')}</legend>
        <ClosedDaysEditor
          path="closed"
          days={draft.closed}
          onChange={(closed) => set({ closed })}
        />
      </fieldset>
      <UsesFields uses={draft.uses} onChange={(uses) => set({ uses })} />
      {zones.includes(draft.zone) || draft.zone === 'UTC' ? <NextWeeks hours={hours} /> : null}
      {(saving.error ?? deleting.error) && <ProblemNote error={saving.error ?? deleting.error} />}
      <footer>
        <Button type="submit" loading={saving.isPending}>
          {t('calendars.keep')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
        {calendar && (
          <SureButton
            name={t('calendars.delete')}
            sure={t('topics.reallyDelete')}
            loading={deleting.isPending}
            onSure={() => deleting.mutate()}
          />
        )}
      </footer>
    </form>
  );
}

type FieldsProps = { draft: CalendarDraft; onChange: (change: Partial<CalendarDraft>) => void };

function NameFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.names}>
      <TextInput
        label={t('calendars.name')}
        data-path="name"
        required
        maxLength={100}
        data-autofocus
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('calendars.zone')}
        data-path="zone"
        required
        list="calendar-zones"
        value={draft.zone}
        onChange={(event) => onChange({ zone: event.currentTarget.value })}
      />
      <datalist id="calendar-zones">
        {zones.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
    </div>
  );
}

function draftOf(calendar: Calendar | null, zone: string): CalendarDraft {
  const office = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '09:00', to: '17:00' }));
  const nobody = { company: false, levels: [], teams: [], agents: [] };
  if (!calendar) return { name: '', zone, weekly: office, closed: [], uses: nobody };
  const { name, weekly, closed, uses } = calendar;
  const ids = (items: { id: string }[]) => items.map(({ id }) => id);
  return {
    name,
    zone: calendar.zone,
    weekly,
    closed,
    uses: { ...uses, teams: ids(uses.teams), agents: ids(uses.agents) },
  };
}
