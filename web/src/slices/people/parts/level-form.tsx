import type { Level } from '@baton/contract';
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { durationMs } from '../../../ui/time/left.ts';
import { changeLevel, createLevel, levelDifference, type LevelGiven } from '../managing.ts';
import { SavingForm } from './saving-form.tsx';

const hourMs = 3_600_000;
const lengths = ['holdingHours', 'resumeHours', 'waitingDays'] as const;

type Props = { level: Level | null; mayChange: boolean; onCreated: () => void };

/** The name of a level and its times. */
export function LevelForm({ level, mayChange, onCreated }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [given, setGiven] = useState(() => givenOf(level));
  const [key] = useState(() => crypto.randomUUID());
  const saving = useMutation({
    mutationFn: () =>
      level
        ? changeLevel(level.id, levelDifference(givenOf(level), given))
        : createLevel(key, given),
    onSuccess: async () => {
      await client.invalidateQueries();
      if (!level) onCreated();
    },
  });
  return (
    <SavingForm saving={saving} isNew={level === null} mayChange={mayChange}>
      <TextInput
        label={t('people.name')}
        value={given.name}
        required
        withAsterisk={false}
        maxLength={100}
        onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
      />
      {lengths.map((name) => (
        <TextInput
          key={name}
          type="number"
          min={name === 'holdingHours' ? 1 : 0}
          max={8760}
          step={1}
          label={t(`pyramid.${name}`)}
          description={t(`pyramid.${name}How`)}
          value={given[name]}
          required
          withAsterisk={false}
          onChange={(event) => setGiven({ ...given, [name]: Number(event.currentTarget.value) })}
        />
      ))}
    </SavingForm>
  );
}

function givenOf(level: Level | null): LevelGiven {
  if (!level) return { name: '', holdingHours: 20, resumeHours: 4, waitingDays: 14 };
  const hours = (length: string) => Math.round(durationMs(length) / hourMs);
  return {
    name: level.name,
    holdingHours: hours(level.holdingTime),
    resumeHours: hours(level.resumeAtLeast),
    waitingDays: Math.round(hours(level.waitingLimit) / 24),
  };
}
