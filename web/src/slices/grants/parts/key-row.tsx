import type { key } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { serverNow } from '../../../api/server-time.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import styles from '../../people/parts/people.module.css';
import { programKeysQuery, revokeKey } from '../queries.ts';
import { RanksLine } from './ranks-line.tsx';

type Key = z.output<typeof key>;

/** One key: what it opens, who made it, when it was used last, and whether it is in force. */
export function KeyRow({ item }: { item: Key }) {
  const { t } = useTranslation();
  const ended = item.expiresAt !== null && Date.parse(item.expiresAt) <= serverNow();
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <strong>{item.name}</strong>
        {item.revokedAt && <span className={styles.mark}>{t('programKeys.revoked')}</span>}
        {!item.revokedAt && ended && <span className={styles.mark}>{t('programKeys.ended')}</span>}
        <p className={styles.about}>
          <span>
            {item.scopes ? (
              <RanksLine value={item.scopes} />
            ) : (
              t('programKeys.inAll', { rank: t(`grants.rank.${item.role}`) })
            )}
          </span>
          {item.agent && <span>{t('programKeys.as', { name: item.agent.name })}</span>}
        </p>
        <p className={styles.about}>
          <span>
            {t('programKeys.createdAt')} <When at={item.createdAt} sayToday />
            {item.createdBy && `, ${item.createdBy.name}`}
          </span>
          <span>
            {item.lastUsedAt ? (
              <>
                {t('programKeys.usedAt')} <When at={item.lastUsedAt} sayToday />
              </>
            ) : (
              t('programKeys.neverUsed')
            )}
          </span>
          {item.expiresAt && (
            <span>
              {t('programKeys.endsAt')} <When at={item.expiresAt} sayToday />
            </span>
          )}
        </p>
      </div>
      {!item.revokedAt && <Revoking item={item} />}
    </li>
  );
}

/** Takes a key away; asks once before it does. */
function Revoking({ item }: { item: Key }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const revoking = useMutation({
    mutationFn: () => revokeKey(item.id),
    onSuccess: () => client.invalidateQueries({ queryKey: programKeysQuery.queryKey }),
  });
  return (
    <div>
      {revoking.error && <ProblemNote error={revoking.error} />}
      {asked && (
        <Button variant="default" mr={8} onClick={() => setAsked(false)}>
          {t('shell.cancel')}
        </Button>
      )}
      <Button
        variant={asked ? 'filled' : 'default'}
        {...(asked ? { color: 'red' } : {})}
        aria-label={`${t(asked ? 'programKeys.revokeSure' : 'programKeys.revoke')}: ${item.name}`}
        loading={revoking.isPending}
        onClick={() => (asked ? revoking.mutate() : setAsked(true))}
      >
        {t(asked ? 'programKeys.revokeSure' : 'programKeys.revoke')}
      </Button>
    </div>
  );
}
