import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { resetFactors, signOutEverywhere } from '../managing.ts';
import styles from './people.module.css';

/** Help for somebody who lost their second factors: they set up new ones when they sign in next. */
export function LostFactors({ agentId }: { agentId: string }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const taking = useMutation({
    mutationFn: () => resetFactors(agentId),
    onSettled: () => setAsked(false),
  });
  const leaving = useMutation({ mutationFn: () => signOutEverywhere(agentId) });
  const done = taking.isSuccess || leaving.isSuccess;
  const error = taking.error ?? leaving.error;
  return (
    <>
      {asked && <p className={styles.about}>{t('people.resetFactorsSure')}</p>}
      {error && <ProblemNote error={error} />}
      <footer className={styles.foot}>
        <span role="status">{done && t('people.accessDone')}</span>
        {asked && (
          <Button variant="default" onClick={() => setAsked(false)}>
            {t('shell.cancel')}
          </Button>
        )}
        {!asked && (
          <Button variant="default" loading={leaving.isPending} onClick={() => leaving.mutate()}>
            {t('people.signOutEverywhere')}
          </Button>
        )}
        <Button
          variant={asked ? 'filled' : 'default'}
          {...(asked ? { color: 'red' } : {})}
          loading={taking.isPending}
          onClick={() => (asked ? taking.mutate() : setAsked(true))}
        >
          {t('people.resetFactors')}
        </Button>
      </footer>
    </>
  );
}
