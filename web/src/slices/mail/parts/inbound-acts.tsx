import type { AsideReason, Inbound } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { releaseInbound, setInboundAside } from '../inbound-queries.ts';
import { AsideChoice } from './aside-choice.tsx';
import { AtOnce } from './at-once.tsx';
import styles from './mail.module.css';

const apart = new Set<Inbound['outcome']>(['set_aside', 'held', 'bounce', 'loop', 'duplicate']);
const asideable = new Set<Inbound['outcome']>(['processing', 'held', 'opened']);

/** What can be done with a message: let it become a case, or set it aside. */
export function InboundActs({ item }: { item: Inbound }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const aside = useMutation({
    mutationFn: (reason: AsideReason) => setInboundAside(item.id, reason),
    onSuccess: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: ['mail'] });
    },
  });
  return (
    <>
      <div className={styles.acts}>
        {apart.has(item.outcome) && (
          <AtOnce name={t('look.release')} act={() => releaseInbound(item.id)} />
        )}
        {asideable.has(item.outcome) && !asking && (
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {t('case.setAside')}
          </Button>
        )}
      </div>
      {apart.has(item.outcome) && <p className={styles.intro}>{t('look.releaseWhy')}</p>}
      {asking && (
        <AsideChoice
          name={t('look.setAside')}
          why={t('look.setAsideWhy')}
          busy={aside.isPending}
          onChosen={aside.mutate}
          onCancel={() => setAsking(false)}
        />
      )}
      {aside.error && <ProblemNote error={aside.error} />}
    </>
  );
}
