import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import shared from '../../../ui/shell/section.module.css';
import { removeAuthenticator, secondFactorQuery } from '../queries.ts';
import { RecoveryList } from './recovery-list.tsx';
import styles from './security.module.css';
import { SetUpAuthenticator } from './set-up-authenticator.tsx';

/** One's own authenticator app: set up, moved to another telephone, taken away. */
export function OwnAuthenticator() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: factors } = useQuery(secondFactorQuery);
  const [settingUp, setSettingUp] = useState(false);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [asked, setAsked] = useState(false);
  const look = () => client.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
  const removing = useMutation({
    mutationFn: removeAuthenticator,
    onSuccess: look,
    onSettled: () => setAsked(false),
  });
  const onDone = (fresh: string[] | null) => {
    setSettingUp(false);
    setCodes(fresh);
    void look();
  };
  const has = factors?.authenticator ?? false;
  return (
    <section className={shared.section} aria-label={t('security.authenticator')}>
      <h2>{t('security.authenticator')}</h2>
      <p className={shared.about}>
        {factors && t(has ? 'security.authenticatorOn' : 'security.authenticatorOff')}
      </p>
      {settingUp && (
        <div className={styles.narrow}>
          <SetUpAuthenticator onDone={onDone} />
        </div>
      )}
      {codes && <RecoveryList codes={codes} onKept={() => setCodes(null)} />}
      {removing.error && <ProblemNote error={removing.error} />}
      {asked && <p>{t('security.removeSure')}</p>}
      <div className={styles.acts}>
        {!asked && (
          <Button variant="default" onClick={() => setSettingUp(!settingUp)}>
            {settingUp ? t('shell.cancel') : t(has ? 'security.move' : 'security.setUp')}
          </Button>
        )}
        {asked && (
          <Button variant="default" onClick={() => setAsked(false)}>
            {t('shell.cancel')}
          </Button>
        )}
        {has && !settingUp && (
          <Button
            variant={asked ? 'filled' : 'default'}
            {...(asked ? { color: 'red' } : {})}
            loading={removing.isPending}
            onClick={() => (asked ? removing.mutate() : setAsked(true))}
          >
            {t('security.remove')}
          </Button>
        )}
      </div>
    </section>
  );
}
