import { Outlet, useParams, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOfName } from '../../../ui/keys/keys.ts';
import { WithKeys } from '../../../ui/keys/with-keys.tsx';
import { useTitle } from '../../../ui/shell/use-title.ts';
import { HandsList } from '../parts/hands/hands-list.tsx';
import styles from '../parts/hands/hands.module.css';

/** The list of your hands, with the open case beside it where there is room. */
export function Hands() {
  const { caseId } = useParams({ strict: false });
  useCasePageAhead();
  return (
    <div className={caseId ? `${styles.hands} ${styles.open}` : styles.hands}>
      <HandsList caseId={caseId} />
      <Outlet />
    </div>
  );
}

/** After the list stands, what a case looks like is fetched; which case, only when it is opened. */
const aheadMs = 300;

function useCasePageAhead(): void {
  const router = useRouter();
  useEffect(() => {
    const page = router.routesById['/desk/hands/cases/$caseId'].options.component;
    const timer = window.setTimeout(() => void page?.preload?.(), aheadMs);
    return () => window.clearTimeout(timer);
  }, [router]);
}

/** Beside the list while no case is open. */
export function NothingOpen() {
  const { t } = useTranslation();
  useTitle(t('hands.title'));
  return (
    <main className={styles.nothing}>
      <p>{t('hands.choose')}</p>
      <p>
        <WithKeys text={t('hands.chooseKeys', keyOfName)} />
      </p>
    </main>
  );
}
