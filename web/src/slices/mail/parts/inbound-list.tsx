import { inboundOutcomes } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { type InboundFilter, inboundListQuery } from '../inbound-queries.ts';
import { InboundRow } from './inbound-row.tsx';
import styles from './mail.module.css';

type Props = {
  within: InboundFilter;
  /** Goes back to all messages; null where all are shown. */
  onAll: (() => void) | null;
};

/** Messages that came in, the latest first. */
export function InboundList({ within, onAll }: Props) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState('');
  const filter = { ...within, ...(outcome === '' ? {} : { outcome }) };
  const list = useInfiniteQuery(inboundListQuery(filter));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={styles.bar}>
        <NativeSelect
          aria-label={t('outbox.show')}
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value)}
          data={[
            { value: '', label: t('outbox.all') },
            ...inboundOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) })),
          ]}
        />
        {onAll && (
          <Button variant="default" onClick={onAll}>
            {t('account.allDays')}
          </Button>
        )}
      </div>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <p className={styles.none}>{t('mailIn.none')}</p>}
      {rows.length > 0 && (
        <div className={styles.frame}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('outbox.when')}</th>
                <th scope="col">{t('outbox.from')}</th>
                <th scope="col">{t('outbox.subject')}</th>
                <th scope="col">{t('mailIn.outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((item) => (
                <InboundRow key={item.id} item={item} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('hands.showMore')}
        </Button>
      )}
    </>
  );
}
