import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import shared from '../../../ui/shell/section.module.css';
import { renewRecoveryCodes, secondFactorQuery } from '../queries.ts';
import { RecoveryList } from './recovery-list.tsx';

/** How many of one's recovery codes are left, and new ones in their place. */
export function OwnRecoveryCodes() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: factors } = useQuery(secondFactorQuery);
  const [codes, setCodes] = useState<string[] | null>(null);
  const renewing = useMutation({
    mutationFn: renewRecoveryCodes,
    onSuccess: (fresh) => {
      setCodes(fresh);
      return client.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
    },
  });
  if (!factors?.authenticator && !factors?.passkeys) return null;
  return (
    <section className={shared.section} aria-label={t('recovery.title')}>
      <h2>{t('recovery.title')}</h2>
      {codes ? (
        <RecoveryList codes={codes} onKept={() => setCodes(null)} />
      ) : (
        <>
          <p className={shared.about}>
            {t('recovery.left', { count: factors.recoveryCodes })} {t('recovery.renewSure')}
          </p>
          {renewing.error && <ProblemNote error={renewing.error} />}
          <Button variant="default" loading={renewing.isPending} onClick={() => renewing.mutate()}>
            {t('recovery.renew')}
          </Button>
        </>
      )}
    </section>
  );
}
