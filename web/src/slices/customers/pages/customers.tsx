import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/shell/page.tsx';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import styles from '../parts/customer.module.css';
import { CustomerTable } from '../parts/customer-table.tsx';
import { NewCustomer } from '../parts/new-customer.tsx';
import { customersQuery } from '../queries.ts';

/** Customers, found by the beginning of a name, an address, a number or an organisation. */
export function Customers() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const [adding, setAdding] = useState(false);
  const list = useInfiniteQuery(customersQuery(q));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('customers.title')}>
      <div className={styles.bar}>
        <TextInput
          className={styles.search}
          label={t('customers.search')}
          type="search"
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {may(me, 'Customers', 'agent') && !adding && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('customers.new')}
          </Button>
        )}
        {may(me, 'Customers', 'admin') && (
          <Link to="/customers/table" className={styles.beside}>
            {t('customers.tableLink')}
          </Link>
        )}
      </div>
      {adding && <NewCustomer onDone={() => setAdding(false)} />}
      <CustomerTable
        list={list}
        rows={rows}
        none={t(q === '' ? 'customers.none' : 'customers.noneFound')}
      />
    </Page>
  );
}
