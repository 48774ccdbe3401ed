import { Button } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { dropEarly } from '../keys/early-field.ts';
import { useProblemWords } from '../problem/problem-note.tsx';
import styles from './plain.module.css';

/** For a page that could not be shown; what was written is kept in drafts. */
export function Broken({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const router = useRouter();
  useEffect(dropEarly, []);
  return (
    <main className={styles.plain} role="alert">
      <h1>{t('shell.broken')}</h1>
      <p>
        {words(error)} {t('shell.brokenKept')}
      </p>
      <Button onClick={() => void router.invalidate()}>{t('problem.again')}</Button>
    </main>
  );
}
