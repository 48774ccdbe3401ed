import type { HandsOfAgent } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { toneOf } from '../../../ui/ring/share.ts';
import ring from '../../../ui/ring/ring.module.css';
import { Face } from '../../../ui/ring/ring.tsx';
import { useNow } from '../../../ui/time/now.ts';
import { useLength } from '../../../ui/time/use-left.ts';
import { When } from '../../../ui/time/when.tsx';
import { caseTime } from '../../cases/parts/case-time.ts';
import { useIsNotIn } from '../../people/use-invitations.ts';
import styles from './lookout.module.css';

/** An agent of a team with the cases in their hands as rings; opens the list of them. */
export const HandsCard = memo(function HandsCard({ hands }: { hands: HandsOfAgent }) {
  const { t } = useTranslation();
  const { agent, capacity, open, present } = hands;
  return (
    <li>
      <Link
        to="/pyramid/$agentId"
        params={{ agentId: agent.id }}
        className={styles.card}
        data-row
        data-away={!present || undefined}
      >
        <span className={styles.name}>
          <b>{agent.name}</b>
          <span>
            {capacity === null ? t('lookout.guest', { open }) : t('lookout.of', { open, capacity })}
          </span>
        </span>
        {open > 0 && <Rings hands={hands} />}
        <State hands={hands} />
      </Link>
    </li>
  );
});

/** What the rings say, for whoever does not look at them: all of it stands in words beside. */
function Rings({ hands: { rings, open } }: { hands: HandsOfAgent }) {
  const now = useNow();
  return (
    <span className={styles.rings} aria-hidden>
      {rings.map((one) => {
        const { share } = caseTime(one, now);
        return <Face key={one.id} share={share} size={17} tone={ring[toneOf(share)]} />;
      })}
      {open > rings.length && <span className={styles.others}>+{open - rings.length}</span>}
    </span>
  );
}

/** Not in yet, away, off shift, full; what goes up next; what went up by itself. */
function State({ hands }: { hands: HandsOfAgent }) {
  const { t } = useTranslation();
  const length = useLength();
  const now = useNow();
  const notIn = useIsNotIn(hands.agent.id);
  const { present, absentUntil, onShift, shiftStartsAt, full, open, nextDue, dueSoon } = hands;
  const leftMs = nextDue ? Date.parse(nextDue) - now : 0;
  return (
    <span className={styles.state}>
      {notIn && <span data-tone="warn">{t('lookout.notIn')}</span>}
      {!present && (
        <span>
          {absentUntil ? t('lookout.awayUntil') : t('lookout.away')}{' '}
          {absentUntil && <When at={absentUntil} sayToday />}
        </span>
      )}
      {present && !onShift && (
        <span>
          {shiftStartsAt ? t('lookout.offShiftUntil') : t('lookout.offShift')}{' '}
          {shiftStartsAt && <When at={shiftStartsAt} sayToday />}
        </span>
      )}
      {present && full && <span data-tone="warn">{t('lookout.full')}</span>}
      {dueSoon > 1 && <span data-tone="warn">{t('lookout.dueSoon', { count: dueSoon })}</span>}
      {dueSoon <= 1 && nextDue && (
        <span data-tone={dueSoon > 0 ? 'warn' : undefined}>
          {leftMs > 0 ? t('lookout.next', { length: length(leftMs) }) : t('lookout.now')}
        </span>
      )}
      {open === 0 && present && onShift && !notIn && <span>{t('lookout.free')}</span>}
      {hands.lapsed > 0 && <span>{t('lookout.lapsed', { count: hands.lapsed })}</span>}
    </span>
  );
}
