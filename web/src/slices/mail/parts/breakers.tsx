import type { AsideReason, Breaker } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import { actOnBreaker, breakersQuery, setAllAside } from '../inbound-queries.ts';
import { AsideChoice } from './aside-choice.tsx';
import { AtOnce } from './at-once.tsx';
import styles from './mail.module.css';

type Props = { onLook: (breaker: Breaker) => void };

/** What is held back because too much came in a short time; nothing where nothing is. */
export function Breakers({ onLook }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(breakersQuery);
  if (error) return <ProblemNote error={error} onAgain={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <section className={styles.banner} aria-label={t('breaker.title')}>
      <h2>{t('breaker.title')}</h2>
      {data.items.map((item) => (
        <One key={item.id} item={item} onLook={onLook} />
      ))}
    </section>
  );
}

function One({ item, onLook }: Props & { item: Breaker }) {
  const { t } = useTranslation();
  const { offender, counted: count } = item;
  return (
    <div className={styles.breaker}>
      <p>
        {t(`breaker.${item.kind}`, { count, offender: offender ?? '' })}{' '}
        <span className={styles.quiet}>
          {item.channel.name}, {t('breaker.since')} <When at={item.openedAt} sayToday />
        </span>
      </p>
      <p>
        {item.kind === 'channel' && item.closedAt === null
          ? t('breaker.answersWait')
          : item.holds > 0
            ? t('breaker.holds', { count: item.holds })
            : t('breaker.holdsNone')}{' '}
        {item.closedAt && t('breaker.calm')}
      </p>
      <Acts item={item} onLook={onLook} />
    </div>
  );
}

function Acts({ item, onLook }: Props & { item: Breaker }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const aside = useMutation({
    mutationFn: (reason: AsideReason) => setAllAside(item.id, reason),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mail'] }),
  });
  return (
    <>
      <div className={styles.acts}>
        {item.holds > 0 && (
          <>
            <Button size="compact-sm" variant="default" onClick={() => onLook(item)}>
              {t('breaker.look')}
            </Button>
            <AtOnce name={t('breaker.releaseAll')} act={() => actOnBreaker(item.id, 'release')} />
          </>
        )}
        {item.holds > 0 && !asking && (
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {t('breaker.asideAll')}
          </Button>
        )}
        {item.closedAt === null && (
          <AtOnce name={t('breaker.close')} act={() => actOnBreaker(item.id, 'close')} />
        )}
      </div>
      {asking && (
        <AsideChoice
          name={t('breaker.sureAside', { count: item.holds })}
          why={t('breaker.asideWhy')}
          busy={aside.isPending}
          onChosen={aside.mutate}
          onCancel={() => setAsking(false)}
        />
      )}
      {aside.error && <ProblemNote error={aside.error} />}
    </>
  );
}
