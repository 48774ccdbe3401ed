import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import { setbacksQuery } from '../history-queries.ts';
import styles from './history.module.css';

/** What went badly for a customer with us, before one speaks to them (S1-10); nothing where nothing did. */
export function Setbacks({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const { data: items = [], error, refetch } = useQuery(setbacksQuery(customerId));
  // That nothing went badly is said by nothing, so that one could not ask must be said.
  if (error) return <ProblemNote error={error} onAgain={() => void refetch()} />;
  if (items.length === 0) return null;
  return (
    <div className={styles.setbacks}>
      {/* No heading: it stands on pages of different depth. */}
      <p>{t('history.setbacks')}</p>
      <ul aria-label={t('history.setbacks')}>
        {items.slice(0, 5).map(({ case: { id, number, subject }, at, what }) => (
          <li key={id}>
            <Link to="/cases/$caseId" params={{ caseId: id }} title={subject}>
              #{number}
            </Link>{' '}
            {what.map(({ kind, count }) => t(`history.setback.${kind}`, { count })).join(', ')}{' '}
            <small>
              <When at={at} />
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
}
