import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { ShowMore } from '../../../ui/list/show-more.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { NoticeRow } from '../parts/notice-row.tsx';
import styles from '../parts/notices.module.css';
import { useMarkSeen } from '../parts/use-seen.ts';
import { noticesQuery } from '../queries.ts';

/** What I was told, the newest first. */
export function Notices() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(noticesQuery);
  const seeing = useMarkSeen();
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const unseen = items.some((item) => item.seenAt === null);
  return (
    <Page title={t('notices.title')}>
      <div className={styles.bar}>
        <Link to="/notices/choices">{t('notices.choose')}</Link>
        {unseen && (
          <Button variant="default" loading={seeing.isPending} onClick={() => seeing.mutate({})}>
            {t('notices.allSeen')}
          </Button>
        )}
      </div>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {seeing.error && <ProblemNote error={seeing.error} />}
      {list.data && items.length === 0 && <p className={styles.none}>{t('notices.none')}</p>}
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map((item) => (
            <NoticeRow key={item.id} item={item} onOpen={() => seeing.mutate({ ids: [item.id] })} />
          ))}
        </ul>
      )}
      <ShowMore list={list} />
    </Page>
  );
}
