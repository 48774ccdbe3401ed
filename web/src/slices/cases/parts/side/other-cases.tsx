import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { casesOfCustomerQuery } from '../../queries.ts';
import styles from './side.module.css';

/** What else the same customer asked. */
export function OtherCases({ customer, except }: { customer: string; except: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(casesOfCustomerQuery(customer));
  const others = data?.items.filter((item) => item.id !== except) ?? [];
  if (!data) return null;
  if (others.length === 0) return <p className={styles.fact}>{t('side.noOtherCases')}</p>;
  return (
    <>
      <h3>{t('side.otherCases')}</h3>
      <ul className={styles.others}>
        {others.slice(0, 5).map((item) => (
          <li key={item.id}>
            <Link to="/cases/$caseId" params={{ caseId: item.id }} title={item.subject}>
              {item.subject || t('case.noSubject')}
            </Link>
            <span>{t(`case.status.${item.status}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
