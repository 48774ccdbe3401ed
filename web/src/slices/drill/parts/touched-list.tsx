import type { TouchedCustomer } from '@baton/contract';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
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
  if (list.error) return <ProblemNote error={list.error} onAgain={() => void list.refetch()} />;
  if (list.data && rows.length === 0) return <p className={styles.intro}>{t('drill.nobody')}</p>;
  return (
    <>
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('drill.customer')}</th>
              <th scope="col">{t('drill.seen')}</th>
              <th scope="col">{t('drill.when')}</th>
              <th scope="col">{t('drill.told')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.customer.id} row={row} onOpen={() => setOpened(row)} />
            ))}
          </tbody>
        </table>
      </div>
      {list.hasNextPage && (
        <Button
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('hands.showMore')}
        </Button>
      )}
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
