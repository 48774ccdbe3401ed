import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../../ui/keys/use-keys.ts';
import { ShowMore } from '../../../../ui/list/show-more.tsx';
import { ProblemNote } from '../../../../ui/problem/problem-note.tsx';
import { EmptyHands } from './empty-hands.tsx';
import { Folded } from './folded.tsx';
import { chooseHandsOrder, type HandsOrder } from './hands-order.ts';
import { HandRow } from './hand-row.tsx';
import { moveFocus } from './move-focus.ts';
import { useSteadyHands } from './use-steady-hands.ts';
import { openAreas } from '../../../../words/index.ts';
import styles from './hands.module.css';

/** Fetched when the list stands: seldom there, and never what the eye looks for first. */
const OfferedBack = lazy(async () => {
  const [part] = await Promise.all([import('./offered-back.tsx'), openAreas(['absence'])]);
  return { default: part.OfferedBack };
});

/** The cases that you hold, soonest deadline or most pressing first. */
export function HandsList() {
  const { t } = useTranslation();
  const { order, shown, seen, showNews } = useSteadyHands();
  useKeys({ j: () => moveFocus(1), k: () => moveFocus(-1) });
  const gone = seen?.rows.filter((row) => row.gone).length ?? 0;
  const count = (seen?.rows.length ?? 0) - gone;
  return (
    <section className={styles.list} aria-labelledby="hands-title">
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
      <News fresh={seen?.fresh ?? 0} gone={gone} onShow={showNews} />
      {shown.error && <ProblemNote error={shown.error} onAgain={() => void shown.refetch()} />}
      {seen && seen.rows.length === 0 && <EmptyHands />}
      <ol className={styles.rows}>
        {seen?.rows.map((row) => (
          <HandRow key={row.item.id} item={row.item} gone={row.gone} />
        ))}
      </ol>
      <ShowMore list={shown} className={styles.more} />
      <Suspense fallback={null}>
        <OfferedBack />
      </Suspense>
      <Folded status="waiting" />
      <Folded status="solved" />
    </section>
  );
}

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

type NewsProps = { fresh: number; gone: number; onShow: () => void };

/** The quiet line: what came or went while the list stood still. */
function News({ fresh, gone, onShow }: NewsProps) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {(fresh > 0 || gone > 0) && (
        <button type="button" className={styles.news} onClick={onShow}>
          {fresh > 0 ? t('hands.fresh', { count: fresh }) : t('hands.changed', { count: gone })}
        </button>
      )}
    </div>
  );
}
