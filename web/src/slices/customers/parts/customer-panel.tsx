import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpened } from '../../../ui/keys/use-opened.ts';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { customerQuery } from '../queries.ts';
import { Identities } from './identities.tsx';
import { Moods } from './moods.tsx';
import { Notes } from './notes.tsx';
import { PerhapsSame } from './perhaps-same.tsx';
import { ChangeButton } from './quiet.tsx';
import { Record } from './record.tsx';
import { References } from './references.tsx';
import { Review } from './review.tsx';
import { Setbacks } from './setbacks.tsx';
import styles from './customer-panel.module.css';

type Props = {
  id: string;
  name: string;
  /** The case at which one is; null: none. */
  caseId: string | null;
  children?: ReactNode;
};

/** All that is known of the customer in one glance, put right where it stands. */
export function CustomerPanel({ id, name, caseId, children }: Props) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data } = useQuery(customerQuery(id));
  const mayChange = may(me, 'Customers', 'agent');
  const record = useOpened();
  const { isOpen, open, button } = record;
  return (
    <section>
      <h2>{t('side.customer')}</h2>
      <div className={styles.name}>
        <Link to="/customers/$customerId" params={{ customerId: id }}>
          {name}
        </Link>
        {data && mayChange && !isOpen && (
          <ChangeButton ref={button} name={t('customers.change')} onClick={open} />
        )}
      </div>
      {data && (
        <>
          {mayChange && <PerhapsSame customerId={id} />}
          <Review customer={data} mayChange={mayChange} />
          <Setbacks customerId={id} />
          <Moods customerId={id} caseId={caseId} mayChange={mayChange} most={1} />
          <Notes customerId={id} mayChange={mayChange} />
          <Record customer={data} mayChange={mayChange} opened={record} />
          <Identities customer={data} mayChange={mayChange} />
          <References customerId={id} items={data.references} />
        </>
      )}
      {children}
    </section>
  );
}
