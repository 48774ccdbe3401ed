import { Button, Loader } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { beginAuthenticator, proveAuthenticator } from '../queries.ts';
import { CodeField } from './code-field.tsx';
import { QrPicture } from './qr-picture.tsx';
import styles from './security.module.css';

/** The picture, the key as text, and the code that shows that the app has it. */
export function SetUpAuthenticator({ onDone }: { onDone: (codes: string[] | null) => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  // A fresh secret each time this is opened, and the same one for as long as it is.
  const made = useQuery({
    queryKey: ['new-authenticator'],
    queryFn: beginAuthenticator,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const proving = useMutation({
    mutationFn: () => proveAuthenticator(code),
    onSuccess: onDone,
  });
  if (made.error) return <ProblemNote error={made.error} onAgain={() => void made.refetch()} />;
  if (!made.data) return <Loader size="sm" />;
  return (
    <form
      className={styles.proof}
      onSubmit={(event) => {
        event.preventDefault();
        proving.mutate();
      }}
    >
      <p>{t('factor.scan')}</p>
      <div className={styles.picture}>
        <QrPicture text={made.data.uri} label={t('factor.picture')} />
      </div>
      <div>
        {t('factor.byHand')}
        <p className={styles.key} data-testid="authenticator-key">
          {grouped(made.data.secret)}
        </p>
      </div>
      <CodeField value={code} onChange={setCode} />
      {proving.error && <ProblemNote error={proving.error} />}
      <Button type="submit" size="md" loading={proving.isPending}>
        {t('factor.confirm')}
      </Button>
    </form>
  );
}

/** In fours, as one types it. */
const grouped = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
