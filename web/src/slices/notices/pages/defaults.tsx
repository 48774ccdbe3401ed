import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { changeDefaults, defaultsQuery } from '../choice-queries.ts';
import { ChoicesFields } from '../parts/choices-fields.tsx';
import styles from '../parts/choices.module.css';
import { KeepDays } from '../parts/keep-days.tsx';
import { useChoosing, withChange } from '../parts/use-choosing.ts';

/** How people are told who have not chosen for themselves, and how long it is kept who was told. */
export function NoticeDefaultsPage() {
  const { t } = useTranslation();
  const defaults = useQuery(defaultsQuery);
  const choosing = useChoosing(defaultsQuery.queryKey, changeDefaults, withChange);
  const error = defaults.error ?? choosing.error;
  return (
    <Page title={t('noticeChoices.defaultsTitle')} back="/settings">
      <p className={styles.intro}>
        {t('noticeChoices.defaultsIntro')}{' '}
        <Link to="/settings/notice-ledger">{t('settings.noticeLedger')}</Link>
      </p>
      {error && <ProblemNote error={error} onAgain={() => void defaults.refetch()} />}
      {defaults.data && (
        <>
          <ChoicesFields holds={defaults.data} onChange={(change) => choosing.mutate(change)} />
          <KeepDays key={defaults.data.keepDays} days={defaults.data.keepDays} />
        </>
      )}
    </Page>
  );
}
