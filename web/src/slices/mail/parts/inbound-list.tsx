import { inboundOutcomes } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListTable } from '../../../ui/list/list-table.tsx';
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
      <ListTable
        list={list}
        heads={[t('outbox.when'), t('outbox.from'), t('outbox.subject'), t('mailIn.outcome')]}
        none={t('mailIn.none')}
        className={styles.table}
      >
        {rows.map((item) => (
          <InboundRow key={item.id} item={item} />
        ))}
      </ListTable>
    </>
  );
}
