import type { CustomerChangeLine } from '@baton/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ShowMore } from '../../../ui/list/show-more.tsx';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import { changesQuery } from '../queries.ts';
import { Changed } from './changed.tsx';
import styles from './customer.module.css';

/** Who changed what of the record, from what to what, the latest first. */
export function Changes({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(changesQuery(customerId));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {list.data && items.length === 0 && (
        <p className={styles.quiet}>{t('customers.noChanges')}</p>
      )}
      <ul className={styles.rows}>
        {items.map((item) => (
          <ChangeRow key={item.seq} item={item} />
        ))}
      </ul>
      <ShowMore list={list} />
    </>
  );
}

function ChangeRow({ item: { actor, at, changes } }: { item: CustomerChangeLine }) {
  return (
    <li>
      {changes.map((change) => (
        <Changed key={`${change.field} ${change.from} ${change.to}`} change={change} />
      ))}
      <small>
        {actor.name ?? 'Baton'} · <When at={at} />
      </small>
    </li>
  );
}
