import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../../ui/problem/problem-note.tsx';
import { ShowMore } from '../../../../ui/list/show-more.tsx';
import { asideQuery } from '../../queries.ts';
import { CaseRows } from './case-rows.tsx';
import styles from './hands.module.css';

/** Your cases that need nothing from you now, folded until you look. */
export function Folded({ status }: { status: 'waiting' | 'solved' }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(`hands.${status}`)}</summary>
      {open && <Rows status={status} />}
    </details>
  );
}

function Rows({ status }: { status: 'waiting' | 'solved' }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(asideQuery(status));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error) return <ProblemNote error={list.error} onAgain={() => void list.refetch()} />;
  if (list.data && rows.length === 0)
    return <p className={styles.none}>{t(`hands.${status}None`)}</p>;
  return (
    <>
      <CaseRows rows={rows.map((item) => ({ item, gone: false }))} />
      <ShowMore list={list} className={styles.more} />
    </>
  );
}
