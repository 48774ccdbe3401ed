import { identityKinds } from '@baton/contract';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEscape } from '../../../ui/keys/use-escape.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { addIdentity } from '../doing.ts';
import { useAct } from '../use-act.ts';
import styles from './customer.module.css';

/** One more address, number or handle of a customer. */
export function IdentityForm({ customerId, onDone }: { customerId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [kind, setKind] = useState<(typeof identityKinds)[number]>('mail');
  const [value, setValue] = useState('');
  const adding = useAct(() => addIdentity(customerId, { kind, value: value.trim() }), onDone);
  useEscape(form, onDone);
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!adding.isPending) adding.mutate();
      }}
    >
      <NativeSelect
        size="xs"
        label={t('customers.identityKind')}
        value={kind}
        data={identityKinds.map((one) => ({ value: one, label: t(`customers.kind.${one}`) }))}
        onChange={(event) =>
          setKind(identityKinds.find((one) => one === event.currentTarget.value)!)
        }
      />
      <TextInput
        size="xs"
        label={t(`customers.kind.${kind}`)}
        type={kind === 'mail' ? 'email' : 'text'}
        value={value}
        required
        withAsterisk={false}
        maxLength={254}
        autoFocus
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      {adding.error && <ProblemNote error={adding.error} />}
      <footer>
        <Button type="submit" size="compact-sm" loading={adding.isPending}>
          {t('customers.add')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
      </footer>
    </form>
  );
}
