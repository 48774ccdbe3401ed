import type { TouchedCustomer } from '@baton/contract';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListTable } from '../../../ui/list/list-table.tsx';
import { When } from '../../../ui/time/when.tsx';
import { useViewer } from '../../../ui/viewer.tsx';
import styles from '../../grants/parts/grants.module.css';
import { touchedQuery } from '../queries.ts';
import { NoticeEditor } from './notice-editor.tsx';

/** Customers whose data were seen: which, when, and whether they were told. */
export function TouchedList({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(touchedQuery(incidentId));
  const [opened, setOpened] = useState<TouchedCustomer | null>(null);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ListTable
        list={list}
        heads={[t('drill.customer'), t('drill.seen'), t('drill.when'), t('drill.told')]}
        none={t('drill.nobody')}
        className={styles.table}
      >
        {rows.map((row) => (
          <Row key={row.customer.id} row={row} onOpen={() => setOpened(row)} />
        ))}
      </ListTable>
      {opened && (
        <NoticeEditor incidentId={incidentId} touched={opened} onClose={() => setOpened(null)} />
      )}
    </>
  );
}

function Row({ row, onOpen }: { row: TouchedCustomer; onOpen: () => void }) {
  const { t } = useTranslation();
  const { language } = useViewer();
  const kinds = new Intl.ListFormat(language).format(
    row.kinds.map((kind) => t(`drill.kind.${kind}`)),
  );
  const { notice } = row;
  return (
    <tr>
      <td>{row.customer.name}</td>
      <td>{kinds}</td>
      <td className={styles.when}>
        <When at={row.lastAt} sayToday />
      </td>
      <td>
        {notice === null && t('drill.notice.none')}
        {notice && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t(`drill.notice.${notice.state}`)}: ${row.customer.name}`}
            onClick={onOpen}
          >
            {t(`drill.notice.${notice.state}`)}
          </Button>
        )}
        {notice?.trouble && <small>{t(`drill.trouble.${notice.trouble}`)}</small>}
        {notice?.case && (
          <small>
            <Link to="/cases/$caseId" params={{ caseId: notice.case.id }}>
              {notice.case.name}
            </Link>
          </small>
        )}
      </td>
    </tr>
  );
}
