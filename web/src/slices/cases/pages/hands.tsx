import { useInfiniteQuery } from '@tanstack/react-query';
import { Outlet, useParams, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOfName } from '../../../ui/keys/keys.ts';
import { WithKeys } from '../../../ui/keys/with-keys.tsx';
import { useTitle } from '../../../ui/shell/use-title.ts';
import { useHandsOrder } from '../parts/hands/hands-order.ts';
import { HandsList } from '../parts/hands/hands-list.tsx';
import styles from '../parts/hands/hands.module.css';
import { handsQuery } from '../queries.ts';

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

/** Beside the list while no case is open; it does not send to a list in which nothing stands. */
export function NothingOpen() {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(handsQuery(useHandsOrder()));
  const isEmpty = data?.pages[0]?.items.length === 0;
  useTitle(t('hands.title'));
  return (
    <main className={styles.nothing}>
      {data && <p>{t(isEmpty ? 'hands.opensHere' : 'hands.choose')}</p>}
      {data && (
        <p>
          <WithKeys text={t(isEmpty ? 'hands.allKeys' : 'hands.chooseKeys', keyOfName)} />
        </p>
      )}
    </main>
  );
}
