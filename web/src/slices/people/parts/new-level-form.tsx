import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../api/new-key.ts';
import { createLevel, type LevelGiven } from '../managing.ts';
import { SavingForm } from './saving-form.tsx';

const lengths = ['holdingHours', 'resumeHours', 'waitingDays'] as const;

/** What they are called in what is sent. */
const paths = {
  holdingHours: 'holdingTime',
  resumeHours: 'resumeAtLeast',
  waitingDays: 'waitingLimit',
} as const;

const usual: LevelGiven = { name: '', holdingHours: 20, resumeHours: 4, waitingDays: 14 };

type Props = { mayChange: boolean; onCreated: () => void };

/** The name of a new level and its times; what else holds there is set once it stands. */
export function NewLevelForm({ mayChange, onCreated }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [given, setGiven] = useState(usual);
  const [key] = useState(newKey);
  const saving = useMutation({
    mutationFn: () => createLevel(key, given),
    onSuccess: async () => {
      await client.invalidateQueries();
      onCreated();
    },
  });
  return (
    <SavingForm saving={saving} isNew mayChange={mayChange}>
      <TextInput
        label={t('pyramid.name')}
        data-path="name"
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
          data-path={paths[name]}
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
