import { referenceKinds, type Reference } from '@baton/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../api/new-key.ts';
import { addReference } from '../reference-queries.ts';
import { useAct } from '../use-act.ts';
import { ActForm } from './act-form.tsx';

type Given = { kind: Reference['kind']; label: string; value: string };

/** A number of a customer, to be written down: from then on it is masked. */
export function ReferenceForm({ customerId, onDone }: { customerId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [given, setGiven] = useState<Given>({ kind: 'customer_number', label: '', value: '' });
  const [key] = useState(newKey);
  const set = (part: Partial<Given>) => setGiven((before) => ({ ...before, ...part }));
  const adding = useAct(
    () => addReference(customerId, key, { ...given, label: given.label.trim() || null }),
    onDone,
  );
  return (
    <ActForm acting={adding} submit={t('references.save')} small onDone={onDone}>
      <NativeSelect
        label={t('references.what')}
        data-path="kind"
        value={given.kind}
        onChange={(event) =>
          set({ kind: referenceKinds.find((one) => one === event.currentTarget.value)! })
        }
        data={referenceKinds.map((value) => ({ value, label: t(`references.kind.${value}`) }))}
      />
      {given.kind === 'other' && (
        <TextInput
          label={t('references.label')}
          data-path="label"
          value={given.label}
          maxLength={100}
          onChange={(event) => set({ label: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={t('references.value')}
        data-path="value"
        value={given.value}
        required
        withAsterisk={false}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => set({ value: event.currentTarget.value })}
      />
    </ActForm>
  );
}
