import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ShowMore } from '../../../ui/list/show-more.tsx';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import { CaseLink } from '../../cases/parts/case-link.tsx';
import { allCasesQuery } from '../queries.ts';
import styles from './customer.module.css';

/** What the customer ever asked, the latest first, and how it ended. */
export function CasesOfCustomer({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(allCasesQuery(customerId));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {list.data && items.length === 0 && <p className={styles.quiet}>{t('customers.noCases')}</p>}
      <ul className={styles.rows}>
        {items.map(({ id, number, subject, status, confirmed, owner, openedAt }) => (
          <li key={id}>
            <CaseLink item={{ id, number, subject }} />
            <small>
              {t(`case.status.${status}`)}
              {status === 'closed' &&
                `, ${t(confirmed ? 'customers.confirmed' : 'customers.unconfirmed')}`}
              {owner && ` · ${owner.name}`} · <When at={openedAt} />
            </small>
          </li>
        ))}
      </ul>
      <ShowMore list={list} />
    </>
  );
}
