import { Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../../ui/keys/use-keys.ts';
import { ShowMore } from '../../../../ui/list/show-more.tsx';
import { useKeptScroll } from '../../../../ui/list/use-kept-scroll.ts';
import { ProblemNote } from '../../../../ui/problem/problem-note.tsx';
import { Folded } from './folded.tsx';
import { chooseHandsOrder, type HandsOrder } from './hands-order.ts';
import { CaseRows } from './case-rows.tsx';
import { HandsNews } from './hands-news.tsx';
import { moveFocus } from './move-focus.ts';
import { useSteadyHands } from './use-steady-hands.ts';
import { lazyPart } from '../../../../ui/parts/lazy-part.ts';
import styles from './hands.module.css';

/** Fetched when the list stands: seldom there, and never what the eye looks for first. */
const OfferedBack = lazyPart(
  async () => (await import('./offered-back.tsx')).OfferedBack,
  'absence',
);

const EmptyHands = lazyPart(async () => (await import('./empty-hands.tsx')).EmptyHands);
const DraftsLink = lazyPart(async () => (await import('../drafts/drafts-link.tsx')).DraftsLink);

/** The cases that you hold, what has to be done soonest, or the most pressing, first. */
export function HandsList({ caseId }: { caseId: string | undefined }) {
  const { t } = useTranslation();
  const { order, shown, seen, showNews } = useSteadyHands();
  const gone = seen?.rows.filter((row) => row.gone).length ?? 0;
  const hasNews = gone > 0 || (seen?.fresh ?? 0) > 0;
  useKeys({
    next: () => moveFocus(1),
    previous: () => moveFocus(-1),
    ...(hasNews && { showNews }),
  });
  const count = (seen?.rows.length ?? 0) - gone;
  const isLong = Boolean(shown.data?.pages[0]?.next);
  const place = useRef<HTMLElement>(null);
  useKeptScroll(place, `hands ${order}`, !caseId || !hidesBehindCase());
  const aside = (
    <>
      <Suspense fallback={null}>
        <OfferedBack />
      </Suspense>
      <Folded status="waiting" />
      <Folded status="solved" />
      <Suspense fallback={null}>
        <DraftsLink />
      </Suspense>
    </>
  );
  return (
    <section ref={place} className={styles.list} aria-labelledby="hands-title">
      <header className={styles.head}>
        <h1 id="hands-title">{t('hands.title')}</h1>
        <p>
          {seen && count > 0 && (
            <>
              {t('hands.count', { count, more: shown.hasNextPage ? '+' : '' })}
              {' · '}
              <Order order={order} />
            </>
          )}
        </p>
      </header>
      <HandsNews fresh={seen?.fresh ?? 0} gone={gone} onShow={showNews} />
      {shown.error && <ProblemNote error={shown.error} onAgain={() => void shown.refetch()} />}
      {seen && seen.rows.length === 0 && (
        <Suspense fallback={null}>
          <EmptyHands />
        </Suspense>
      )}
      {/* What comes after a list without end would never be reached. */}
      {isLong && aside}
      <CaseRows rows={seen?.rows ?? []} />
      <ShowMore list={shown} className={styles.more} onward />
      {!isLong && aside}
    </section>
  );
}

/** On a screen of this width the open case takes the place of the list (hands.module.css). */
const hidesBehindCase = () => window.matchMedia('(max-width: 1160px)').matches;

/** In which order the cases stand; kept in this browser. */
function Order({ order }: { order: HandsOrder }) {
  const { t } = useTranslation();
  return (
    <select
      className={styles.order}
      aria-label={t('hands.order')}
      value={order}
      onChange={(event) =>
        chooseHandsOrder(event.currentTarget.value === 'priority' ? 'priority' : 'due')
      }
    >
      <option value="due">{t('hands.soonest')}</option>
      <option value="priority">{t('hands.pressing')}</option>
    </select>
  );
}
