import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { addPasskey } from '../passkeys.ts';
import styles from './security.module.css';

/** Names a passkey and has the device make it. */
export function AddPasskey({ onDone }: { onDone: (codes: string[] | null) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const adding = useMutation({
    mutationFn: () => addPasskey(name),
    onSuccess: (codes) => {
      setName('');
      onDone(codes);
    },
  });
  return (
    <form
      className={styles.narrow}
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate();
      }}
    >
      <TextInput
        label={t('passkeys.name')}
        data-path="name"
        description={t('passkeys.nameHow')}
        required
        withAsterisk={false}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {adding.error && <ProblemNote error={adding.error} />}
      <div className={styles.acts}>
        <Button type="submit" variant="default" loading={adding.isPending}>
          {t('passkeys.add')}
        </Button>
      </div>
    </form>
  );
}
