import { urgencies, type HeldFor, type Level } from '@baton/contract';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { useSaving } from '../../topics/use-saving.ts';
import { changeLevel } from '../doing.ts';
import { asDuration, inHours } from '../hours.ts';
import styles from './calendars.module.css';
import { HoursField } from './hours-field.tsx';

const heldFor: HeldFor[] = [...urgencies, 'high_stakes'];

type Props = { level: Level; calendars: string[]; isTop: boolean };

/** What holds for cases at a level: how long, by which time, and where they go when it is over. */
export function LevelForm({ level, calendars, isTop }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftOf(level));
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }));
  const saving = useSaving(() => changeLevel(level.id, changeOf(draft)), 'levels');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <div className={styles.fields}>
        <TextInput
          label={t('levels.name')}
          data-path="name"
          required
          withAsterisk={false}
          maxLength={100}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <HoursField
          label={t('levels.holdingTime')}
          path="holdingTime"
          required
          value={draft.holdingTime}
          onChange={(holdingTime) => set({ holdingTime })}
        />
        <ClockChoices draft={draft} onChange={set} calendars={calendars} isTop={isTop} />
        <HoursField
          label={t('levels.resumeAtLeast')}
          path="resumeAtLeast"
          required
          value={draft.resumeAtLeast}
          onChange={(resumeAtLeast) => set({ resumeAtLeast })}
        />
        <HoursField
          label={t('levels.waitingLimit')}
          path="waitingLimit"
          required
          value={draft.waitingLimit}
          onChange={(waitingLimit) => set({ waitingLimit })}
        />
      </div>
      <OwnTimes draft={draft} onChange={set} />
      <p className={styles.hint}>{t('levels.warnings')}</p>
      {saving.error && <ProblemNote error={saving.error} />}
      <footer>
        <Button type="submit" loading={saving.isPending}>
          {t('levels.keep')}
        </Button>
        <span role="status" className={styles.hint}>
          {saving.isSuccess && t('levels.kept')}
        </span>
      </footer>
    </form>
  );
}

type Draft = ReturnType<typeof draftOf>;
type PartProps = { draft: Draft; onChange: (change: Partial<Draft>) => void };

/** By which time the clock runs, from when, and where a case goes when it is over. */
function ClockChoices({ draft, onChange, calendars, isTop }: PartProps & Omit<Props, 'level'>) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t('levels.counts')}
        data-path="counts"
        description={calendars.length > 0 ? calendars.join(', ') : t('levels.noCalendar')}
        value={draft.counts}
        onChange={(event) =>
          onChange({ counts: event.currentTarget.value === 'working' ? 'working' : 'elapsed' })
        }
        data={(['elapsed', 'working'] as const).map((value) => ({
          value,
          label: t(`levels.countsBy.${value}`),
        }))}
      />
      <NativeSelect
        label={t('levels.runsFrom')}
        data-path="runsFrom"
        value={draft.runsFrom}
        onChange={(event) =>
          onChange({ runsFrom: event.currentTarget.value === 'opened' ? 'opened' : 'arrival' })
        }
        data={(['arrival', 'opened'] as const).map((value) => ({
          value,
          label: t(`levels.from.${value}`),
        }))}
      />
      {!isTop && (
        <NativeSelect
          label={t('levels.passesTo')}
          data-path="passesTo"
          value={draft.passesTo}
          onChange={(event) =>
            onChange({ passesTo: event.currentTarget.value === 'top' ? 'top' : 'next' })
          }
          data={(['next', 'top'] as const).map((value) => ({
            value,
            label: t(`levels.up.${value}`),
          }))}
        />
      )}
    </>
  );
}

/** Holding times for urgencies and high stakes, where they are others. */
function OwnTimes({ draft, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.week}>
      <legend>{t('levels.ownTimes')}</legend>
      <p className={styles.hint}>{t('levels.ownTimesHint')}</p>
      <div className={styles.fields}>
        {heldFor.map((key) => (
          <HoursField
            key={key}
            label={t(`levels.heldFor.${key}`)}
            path={`holding.${key}`}
            value={draft.holding[key] ?? ''}
            onChange={(hours) => onChange({ holding: { ...draft.holding, [key]: hours } })}
          />
        ))}
      </div>
    </fieldset>
  );
}

function draftOf({ name, counts, runsFrom, passesTo, holding, ...level }: Level) {
  const own: Partial<Record<HeldFor, string>> = {};
  for (const key of heldFor) own[key] = inHours(holding[key]);
  return {
    name,
    counts,
    runsFrom,
    passesTo,
    holdingTime: inHours(level.holdingTime),
    resumeAtLeast: inHours(level.resumeAtLeast),
    waitingLimit: inHours(level.waitingLimit),
    holding: own,
  };
}

function changeOf(draft: Draft): Partial<Omit<Level, 'id'>> {
  const holding: Level['holding'] = {};
  for (const key of heldFor) {
    const hours = draft.holding[key];
    if (hours) holding[key] = asDuration(hours);
  }
  return {
    ...draft,
    holdingTime: asDuration(draft.holdingTime),
    resumeAtLeast: asDuration(draft.resumeAtLeast),
    waitingLimit: asDuration(draft.waitingLimit),
    holding,
  };
}
