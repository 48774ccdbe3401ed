import { outboundStates } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { HeldBanner } from '../parts/held-banner.tsx';
import styles from '../parts/mail.module.css';
import { OutboxRow } from '../parts/outbox-row.tsx';
import { outboxQuery } from '../queries.ts';

/** Everything that goes out, with its fate. */
export function Outbox() {
  const { t } = useTranslation();
  const [state, setState] = useState('');
  const list = useInfiniteQuery(outboxQuery(state === '' ? null : state));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('outbox.title')}>
      <HeldBanner />
      <NativeSelect
        className={styles.filter}
        label={t('outbox.show')}
        value={state}
        onChange={(event) => setState(event.currentTarget.value)}
        data={[
          { value: '', label: t('outbox.all') },
          ...outboundStates.map((value) => ({ value, label: t(`delivery.${value}`) })),
        ]}
      />
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <p className={styles.none}>{t('outbox.none')}</p>}
      {rows.length > 0 && (
        <div className={styles.frame}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('outbox.when')}</th>
                <th scope="col">{t('outbox.to')}</th>
                <th scope="col">{t('outbox.subject')}</th>
                <th scope="col">{t('outbox.state')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((item) => (
                <OutboxRow key={item.id} item={item} />
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
