import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { CasesOfCustomer } from '../parts/cases-of-customer.tsx';
import { Changes } from '../parts/changes.tsx';
import styles from '../parts/customer.module.css';
import { Identities } from '../parts/identities.tsx';
import { Moods } from '../parts/moods.tsx';
import { Notes } from '../parts/notes.tsx';
import { OnePerson } from '../parts/one-person.tsx';
import { Record } from '../parts/record.tsx';
import { References } from '../parts/references.tsx';
import { Review } from '../parts/review.tsx';
import { Setbacks } from '../parts/setbacks.tsx';
import { customerQuery } from '../queries.ts';

/** Everything that is known of one customer. */
export function CustomerPage() {
  const { t } = useTranslation();
  const { customerId } = useParams({ strict: false });
  const id = customerId!;
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: customer, error, refetch } = useQuery(customerQuery(id));
  const mayChange = may(me, 'Customers', 'agent') && customer?.mergedInto === null;
  const mayTake = me.agent !== null && may(me, 'Cases', 'agent') && customer?.mergedInto === null;
  return (
    <Page title={customer?.name ?? t('customers.title')} back="/customers">
      {error && <ProblemNote error={error} onAgain={() => void refetch()} />}
      {customer?.mergedInto && (
        <p className={styles.prompt}>
          {t('customers.isPartOf')}{' '}
          <Link to="/customers/$customerId" params={{ customerId: customer.mergedInto.id }}>
            {customer.mergedInto.name}
          </Link>
        </p>
      )}
      {customer && (
        <div key={id} className={styles.columns}>
          <div>
            {mayTake && (
              <p className={styles.acts}>
                <Link to="/intake" search={{ customer: id }}>
                  {t('customers.takeDown')}
                </Link>
              </p>
            )}
            <Review customer={customer} mayChange={mayChange} />
            <Setbacks customerId={id} />
            <Record customer={customer} mayChange={mayChange} />
            <h2>{t('customers.identities')}</h2>
            <Identities customer={customer} mayChange={mayChange} />
            <References customerId={id} items={customer.references} />
            <OnePerson customer={customer} mayChange={mayChange} />
          </div>
          <div>
            <h2>{t('history.moods')}</h2>
            <Moods customerId={id} caseId={null} mayChange={mayChange} most={10} />
            <h2>{t('customers.notes')}</h2>
            <Notes customerId={id} mayChange={mayChange} />
            <h2>{t('customers.cases')}</h2>
            <CasesOfCustomer customerId={id} />
            <h2>{t('customers.changes')}</h2>
            <Changes customerId={id} />
          </div>
        </div>
      )}
    </Page>
  );
}
