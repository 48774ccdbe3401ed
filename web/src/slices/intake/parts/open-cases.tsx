import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { CaseLink } from '../../cases/parts/case-link.tsx';
import { casesOfCustomerQuery } from '../../cases/queries.ts';
import styles from './intake.module.css';

type Props = {
  customerId: string;
  except?: string | null;
  /** What can be done with each. */
  children?: (id: string, number: number) => ReactNode;
};

/** What of a customer is not closed yet, and in whose hands it is. */
export function OpenCases({ customerId, except = null, children }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(casesOfCustomerQuery(customerId));
  const open = data?.items.filter(
    ({ id, status }) => id !== except && ['open', 'waiting', 'solved'].includes(status),
  );
  if (!open) return error && <ProblemNote error={error} onAgain={() => void refetch()} />;
  if (open.length === 0) return <p className={styles.hint}>{t('intake.noneOpen')}</p>;
  return (
    <ul className={styles.cases} aria-label={t('intake.openCases')}>
      {open.map(({ id, number, subject, status, owner }) => (
        <li key={id}>
          <CaseLink item={{ id, number, subject }} />
          <small>
            {t(`case.status.${status}`)}
            {owner && ` · ${owner.name}`}
          </small>
          {children?.(id, number)}
        </li>
      ))}
    </ul>
  );
}
