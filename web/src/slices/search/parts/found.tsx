import type { FoundCustomer, SearchPage } from '@baton/contract';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ShowMore } from '../../../ui/list/show-more.tsx';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { FoundRow } from './found-row.tsx';
import styles from './search.module.css';

type Props = {
  list: UseInfiniteQueryResult<InfiniteData<SearchPage>>;
  onCustomer: (id: string) => void;
};

/** What was found: customers, then cases, the latest first. */
export function Found({ list, onCustomer }: Props) {
  const { t } = useTranslation();
  const pages = list.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const customers = pages[0]?.customers ?? [];
  const isCut = pages.some((page) => !page.complete);
  return (
    <>
      <p className={styles.count} role="status">
        {list.data && t('search.count', { count: items.length, more: list.hasNextPage ? '+' : '' })}
      </p>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {isCut && <p className={styles.cut}>{t('search.cut')}</p>}
      {customers.length > 0 && <Customers customers={customers} onCustomer={onCustomer} />}
      {list.data && items.length === 0 && !isCut && (
        <p className={styles.none}>{t('search.none')}</p>
      )}
      <ol className={styles.rows} aria-busy={list.isPlaceholderData}>
        {items.map((item) => (
          <FoundRow key={item.id} item={item} />
        ))}
      </ol>
      <ShowMore list={list} />
    </>
  );
}

type CustomersProps = { customers: FoundCustomer[]; onCustomer: (id: string) => void };

function Customers({ customers, onCustomer }: CustomersProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.customers} aria-label={t('search.customers')}>
      {customers.map((customer) => (
        <button key={customer.id} type="button" onClick={() => onCustomer(customer.id)}>
          <b>{customer.name || customer.identity}</b>
          {customer.name && customer.identity && <span>{customer.identity}</span>}
        </button>
      ))}
    </section>
  );
}
