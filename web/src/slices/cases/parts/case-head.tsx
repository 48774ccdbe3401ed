import type { Case, Presence } from '@baton/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BackIcon } from '../../../ui/shell/icons.tsx';
import { When } from '../../../ui/time/when.tsx';
import { meQuery } from '../../access/queries.ts';
import { Others } from '../../live/others.tsx';
import styles from './case.module.css';
import { TimeLeft } from './time-left.tsx';

/** What is to be seen of its hands: the owner is away, nobody has opened it yet, or it goes to and fro. */
function Moves({ item: { handover, moves, owner, ownerAbsent } }: { item: Case }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const isUntaken = handover && !handover.takenAt && owner && owner.id !== me.agent?.id;
  return (
    <>
      {ownerAbsent && owner && <b className={styles.status}>{t('absence.ownerAway', owner)}</b>}
      {isUntaken && <span>{t('handover.untaken', owner)}</span>}
      {moves >= 3 && <b className={styles.status}>{t('handover.moves', { count: moves })}</b>}
    </>
  );
}

/** What makes it more pressing than others, and how often it was put off. */
function Pressing({ item: { highStakes, deadline, postponed } }: { item: Case }) {
  const { t } = useTranslation();
  return (
    <>
      {highStakes && <b className={styles.status}>{t('pressing.highStakes')}</b>}
      {deadline && (
        <span className={deadline.missedAt ? styles.missed : undefined}>
          {t(deadline.missedAt ? 'pressing.missed' : 'pressing.due')}{' '}
          <When at={deadline.at} sayToday />
        </span>
      )}
      {postponed >= 3 && (
        <b className={styles.status}>{t('pressing.postponed', { times: postponed })}</b>
      )}
    </>
  );
}

type Props = { item: Case; others: Presence['others'] };

/** What the case is about, where it stands, and who else is in it. */
export function CaseHead({ item, others }: Props) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.title}>
      <Link to="/" className={styles.back} aria-label={t('shell.toHands')}>
        <BackIcon />
      </Link>
      <div>
        <h1 ref={title} tabIndex={-1}>
          {item.subject || t('case.noSubject')}
        </h1>
        <p className={styles.facts}>
          {item.status !== 'merged' && (
            <a href="#about" className={styles.time}>
              <TimeLeft item={item} />
            </a>
          )}
          <span>#{item.number}</span>
          {item.status !== 'open' && (
            <b className={styles.status}>
              {item.status === 'closed' && item.confirmed !== null
                ? t(item.confirmed ? 'ending.confirmed' : 'ending.unconfirmed')
                : t(`case.status.${item.status}`)}
            </b>
          )}
          {item.urgency !== 'normal' && <span>{t(`urgency.${item.urgency}`)}</span>}
          <Pressing item={item} />
          {item.topic && <span>{item.topic.name}</span>}
          <span>
            {t('case.opened')} <When at={item.openedAt} />
          </span>
          <span>{item.team.name}</span>
          <Moves item={item} />
          {item.followers.length > 0 && (
            <span title={item.followers.map((one) => one.name).join(', ')}>
              {t('case.followers', { count: item.followers.length })}
            </span>
          )}
          <Others others={others} />
        </p>
      </div>
    </div>
  );
}
