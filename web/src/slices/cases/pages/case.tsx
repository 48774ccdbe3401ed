import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../../api/refusal.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { useTitle } from '../../../ui/shell/use-title.ts';
import { CaseOpening } from '../parts/case-opening.tsx';
import { CaseView } from '../parts/case-view.tsx';
import styles from '../parts/case.module.css';
import { caseQuery, knownItem } from '../queries.ts';

/** One case: what was said, what can be done, who it is for and how long is left. */
export function CasePage() {
  const { t } = useTranslation();
  const { caseId } = useParams({ from: '/desk/hands/cases/$caseId' });
  const client = useQueryClient();
  const found = useQuery(caseQuery(caseId));
  useTitle(found.data ? `#${found.data.number} ${found.data.subject}` : '');
  if (found.data) return <CaseView key={caseId} item={found.data} error={found.error} />;
  if (!found.error) return <CaseOpening item={knownItem(client, caseId)} />;
  if (isRefusal(found.error, 'not_found') || isRefusal(found.error, 'invalid_request')) {
    return (
      <main className={styles.missing}>
        <h1>{t('case.missing')}</h1>
        <p>{t('case.missingWhy')}</p>
        <Link to="/">{t('shell.toHands')}</Link>
      </main>
    );
  }
  return (
    <main className={styles.missing}>
      <ProblemNote error={found.error} onAgain={() => void found.refetch()} />
    </main>
  );
}
