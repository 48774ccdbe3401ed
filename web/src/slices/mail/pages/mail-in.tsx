import { inboundOutcomes } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { AccountTable } from '../parts/account-table.tsx';
import { InboundRow } from '../parts/inbound-row.tsx';
import styles from '../parts/mail.module.css';
import { inboundQuery } from '../queries.ts';

/** Every message that was accepted, and what became of it. */
export function MailIn() {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState('');
  const list = useInfiniteQuery(inboundQuery(outcome === '' ? null : outcome));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('mailIn.title')}>
      <AccountTable />
      <h2 className={styles.section}>{t('mailIn.messages')}</h2>
      <NativeSelect
        className={styles.filter}
        label={t('outbox.show')}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
        data={[
          { value: '', label: t('outbox.all') },
          ...inboundOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) })),
        ]}
      />
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
    </Page>
  );
}
