import { outboundStates } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListTable } from '../../../ui/list/list-table.tsx';
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
      <ListTable
        list={list}
        heads={[t('outbox.when'), t('outbox.to'), t('outbox.subject'), t('outbox.state')]}
        none={t('outbox.none')}
        className={styles.table}
      >
        {rows.map((item) => (
          <OutboxRow key={item.id} item={item} />
        ))}
      </ListTable>
    </Page>
  );
}
