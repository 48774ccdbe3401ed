import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import shared from '../../../ui/shell/section.module.css';
import { passkeysQuery, removePasskey } from '../passkeys.ts';
import { secondFactorQuery } from '../queries.ts';
import { AddPasskey } from './add-passkey.tsx';
import { RecoveryList } from './recovery-list.tsx';

/** One's own passkeys with their names: added, and taken away. */
export function OwnPasskeys() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const list = useQuery(passkeysQuery);
  const [codes, setCodes] = useState<string[] | null>(null);
  const look = async () => {
    await client.invalidateQueries({ queryKey: passkeysQuery.queryKey });
    await client.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
  };
  const removing = useMutation({ mutationFn: removePasskey, onSettled: look });
  const error = list.error ?? removing.error;
  const onDone = (fresh: string[] | null) => {
    setCodes(fresh);
    void look();
  };
  return (
    <section className={shared.section} aria-label={t('passkeys.title')}>
      <h2>{t('passkeys.title')}</h2>
      <p className={shared.about}>{t('passkeys.why')}</p>
      {error && <ProblemNote error={error} />}
      {list.data && list.data.length > 0 && (
        <ul className={shared.list}>
          {list.data.map((one) => (
            <li key={one.id}>
              <div>
                {one.name}
                <p className={shared.about}>
                  {t(one.lastUsedAt ? 'passkeys.used' : 'passkeys.unused')}{' '}
                  {one.lastUsedAt && <When at={one.lastUsedAt} />}
                </p>
              </div>
              <Button
                size="xs"
                variant="default"
                aria-label={t('passkeys.remove', { name: one.name })}
                loading={removing.isPending && removing.variables === one.id}
                onClick={() => removing.mutate(one.id)}
              >
                {t('security.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {codes ? (
        <RecoveryList codes={codes} onKept={() => setCodes(null)} />
      ) : (
        <AddPasskey onDone={onDone} />
      )}
    </section>
  );
}
