import { identityKinds } from '@baton/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addIdentity } from '../doing.ts';
import { useAct } from '../use-act.ts';
import { ActForm } from './act-form.tsx';

/** One more address, number or handle of a customer. */
export function IdentityForm({ customerId, onDone }: { customerId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<(typeof identityKinds)[number]>('mail');
  const [value, setValue] = useState('');
  const adding = useAct(() => addIdentity(customerId, { kind, value: value.trim() }), onDone);
  return (
    <ActForm acting={adding} submit={t('customers.add')} small onDone={onDone}>
      <NativeSelect
        size="xs"
        label={t('customers.identityKind')}
        data-path="kind"
        value={kind}
        data={identityKinds.map((one) => ({ value: one, label: t(`customers.kind.${one}`) }))}
        onChange={(event) =>
          setKind(identityKinds.find((one) => one === event.currentTarget.value)!)
        }
      />
      <TextInput
        size="xs"
        label={t(`customers.kind.${kind}`)}
        data-path="value"
        type={kind === 'mail' ? 'email' : 'text'}
        value={value}
        required
        withAsterisk={false}
        maxLength={254}
        autoFocus
        onChange={(event) => setValue(event.currentTarget.value)}
      />
    </ActForm>
  );
}
