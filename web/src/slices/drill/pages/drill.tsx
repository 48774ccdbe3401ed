import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { When } from '../../../ui/time/when.tsx';
import styles from '../../people/parts/people.module.css';
import { LockOutForm } from '../parts/lock-out-form.tsx';
import { incidentsQuery } from '../queries.ts';

/** Locks an agent out by one act, and lists what was locked out before. */
export function Drill() {
  const { t } = useTranslation();
  const list = useQuery(incidentsQuery);
  return (
    <Page title={t('drill.title')} back="/settings">
      <p className={styles.intro}>{t('drill.intro')}</p>
      <LockOutForm />
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {list.data?.length === 0 && <p className={styles.none}>{t('drill.none')}</p>}
      {list.data && list.data.length > 0 && (
        <ul className={styles.list}>
          {list.data.map((item) => (
            <li key={item.id} className={styles.row}>
              <div className={styles.what}>
                <strong>
                  <Link to="/settings/drill/$incidentId" params={{ incidentId: item.id }}>
                    {t('drill.number', { number: item.number })} · {item.agent.name}
                  </Link>
                </strong>
                <span className={styles.mark}>{t(`drill.state.${item.state}`)}</span>
                <p className={styles.about}>
                  <span>
                    <When at={item.openedAt} sayToday />
                  </span>
                  <span>{item.reason}</span>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
