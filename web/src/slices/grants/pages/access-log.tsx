import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListTable } from '../../../ui/list/list-table.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { useViewer } from '../../../ui/viewer.tsx';
import { accessAddress, type AccessGiven, accessLogQuery } from '../access-queries.ts';
import { AccessFilter, type Typed } from '../parts/access-filter.tsx';
import { AccessRow } from '../parts/access-row.tsx';
import styles from '../parts/grants.module.css';
import { KeptForm } from '../parts/kept-form.tsx';
import { wallInstant } from '../parts/wall-instant.ts';

const nothing: Typed = { actor: '', kind: '', customer: null, from: '', to: '', address: '' };

/** Who saw what of whom, when and from where. */
export function AccessLog() {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const [typed, setTyped] = useState(nothing);
  const [settled] = useDebouncedValue(typed, 300);
  const given = givenOf(settled, zone);
  const list = useInfiniteQuery(accessLogQuery(given));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('accessLog.title')} back="/settings">
      <p className={styles.intro}>{t('accessLog.intro')}</p>
      <AccessFilter typed={typed} set={(part) => setTyped((before) => ({ ...before, ...part }))} />
      <div className={styles.acts}>
        <Button component="a" variant="default" href={accessAddress(given, '.csv')} download>
          {t('accessLog.csv')}
        </Button>
        <Button variant="default" onClick={() => void list.refetch()} loading={list.isRefetching}>
          {t('accessLog.again')}
        </Button>
      </div>
      <ListTable
        list={list}
        heads={[
          t('accessLog.when'),
          t('accessLog.who'),
          t('accessLog.what'),
          t('accessLog.subject'),
          t('accessLog.address'),
        ]}
        none={t('accessLog.none')}
        className={styles.table}
      >
        {rows.map((item, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no id; they are only added below
          <AccessRow key={`${item.at} ${item.actor.id} ${place}`} item={item} />
        ))}
      </ListTable>
      <h2 className={styles.section}>{t('accessLog.keeping')}</h2>
      <KeptForm />
    </Page>
  );
}

function givenOf(typed: Typed, zone: string): AccessGiven {
  const [from, to] = [wallInstant(typed.from, zone), wallInstant(typed.to, zone)];
  return {
    ...(typed.actor && { actor: typed.actor }),
    ...(typed.kind && { kind: typed.kind }),
    ...(typed.customer && { customer: typed.customer.id }),
    ...(from && { from }),
    ...(to && { to }),
    ...(typed.address.trim() && { address: typed.address.trim() }),
  };
}
