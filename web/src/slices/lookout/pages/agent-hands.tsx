import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ShowMore } from '../../../ui/list/show-more.tsx';
import { useKeptScroll } from '../../../ui/list/use-kept-scroll.ts';
import { KeyCap } from '../../../ui/keys/key-cap.tsx';
import { useKeys } from '../../../ui/keys/use-keys.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { CaseRows } from '../../cases/parts/hands/case-rows.tsx';
import { HandsNews } from '../../cases/parts/hands/hands-news.tsx';
import { moveFocus } from '../../cases/parts/hands/move-focus.ts';
import { useSteadyHands } from '../../cases/parts/hands/use-steady-hands.ts';
import { agentsQuery } from '../../people/queries.ts';
import styles from '../parts/lookout.module.css';

/** The open cases in somebody's hands, as far as one may see them; from here they are moved. */
export function AgentHands() {
  const { t } = useTranslation();
  const { agentId } = useParams({ from: '/desk/pyramid/$agentId' });
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: agents } = useQuery(agentsQuery);
  const name = agents?.find(({ id }) => id === agentId)?.name ?? '';
  const { order, shown, seen, showNews } = useSteadyHands(agentId);
  const place = useRef<HTMLDivElement>(null);
  useKeptScroll(place, `${agentId} ${order}`, Boolean(seen));
  const gone = seen?.rows.filter((row) => row.gone).length ?? 0;
  const navigate = useNavigate();
  const moves = may(me, 'Cases', 'lead');
  useKeys({
    next: () => moveFocus(1),
    previous: () => moveFocus(-1),
    ...((gone > 0 || (seen?.fresh ?? 0) > 0) && { showNews }),
    ...(moves && {
      batch: () => void navigate({ to: '/hand-overs', search: { owner: agentId } }),
    }),
  });
  return (
    <Page title={t('lookout.handsOf', { name })} back="/pyramid">
      {shown.error && <ProblemNote error={shown.error} onAgain={() => void shown.refetch()} />}
      {seen?.rows.length === 0 && <p className={styles.quiet}>{t('lookout.handsNone')}</p>}
      {seen && seen.rows.length > 0 && (
        <>
          <p className={styles.ways}>
            {t('lookout.handsHow')}{' '}
            {moves && (
              <Link to="/hand-overs" search={{ owner: agentId }}>
                {t('lookout.several')} <KeyCap of="batch" />
              </Link>
            )}
          </p>
          <div ref={place} className={styles.rows}>
            <HandsNews fresh={seen.fresh} gone={gone} onShow={showNews} />
            <CaseRows rows={seen.rows} list={`/pyramid/${agentId}`} />
            <ShowMore list={shown} onward />
          </div>
        </>
      )}
    </Page>
  );
}
