import type { Case } from '@baton/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ring } from '../../../../ui/ring/ring.tsx';
import { useNow } from '../../../../ui/time/now.ts';
import { useLength } from '../../../../ui/time/use-left.ts';
import { When } from '../../../../ui/time/when.tsx';
import { meQuery } from '../../../access/queries.ts';
import { usePressingWords } from '../hands/why-pressing.tsx';
import { caseTime } from '../case-time.ts';
import { Explanation } from './explanation.tsx';
import styles from './side.module.css';

/** How long is left, when exactly it goes up, why, and by when a first answer is due. */
export function ClockPanel({ item, isTop }: { item: Case; isTop: boolean }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const length = useLength();
  const { share, tone, paused, leftMs } = caseTime(item, useNow());
  const [open, setOpen] = useState(false);
  const mine = item.owner?.id === me.agent?.id;
  const isLive = item.clock.remaining !== null && item.status !== 'closed';
  return (
    <section>
      <h2>
        {mine ? t('side.timeWithYou') : t('side.timeWith', { name: item.owner?.name ?? '–' })}
      </h2>
      <div className={styles.clock}>
        <Ring share={isLive ? share : 0} size={44} paused={paused} />
        <div>
          <b className={paused ? undefined : styles[tone]}>
            {paused || leftMs > 0 ? length(leftMs) : t('case.dueNow')}
          </b>
          <What item={item} isTop={isTop} />
        </div>
      </div>
      <FirstReply item={item} />
      <Priority item={item} />
      <details className={styles.why} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('side.why')}</summary>
        {open && <Explanation item={item} />}
      </details>
    </section>
  );
}

/** What happens when the time is over, and when that is. */
function What({ item: { clock, status }, isTop }: { item: Case; isTop: boolean }) {
  const { t } = useTranslation();
  if (clock.due) {
    return (
      <span>
        {t(isTop ? 'side.answersAt' : 'side.goesUp')} <When at={clock.due} sayToday />
      </span>
    );
  }
  if (clock.resumesAt) {
    return (
      <span>
        {t('case.waitsUntil')} <When at={clock.resumesAt} sayToday />
      </span>
    );
  }
  if (clock.closesAt) {
    return (
      <span>
        {t('case.closesAt')} <When at={clock.closesAt} sayToday />
      </span>
    );
  }
  return <span>{t(`case.status.${status}`)}</span>;
}

/** How it ranks among others, and why, where it is not by its age alone. */
function Priority({ item }: { item: Case }) {
  const { t } = useTranslation();
  const words = usePressingWords();
  const { at, reasons } = item.priority;
  if (reasons.length === 0 || (item.status !== 'open' && item.status !== 'waiting')) return null;
  return (
    <p className={styles.fact}>
      {t('pressing.ranks')} <When at={at} sayToday />: {words(item)}
    </p>
  );
}

function FirstReply({ item: { firstReply, status } }: { item: Case }) {
  const { t } = useTranslation();
  const { metAt, missedAt, due } = firstReply;
  if (!metAt && status !== 'open' && status !== 'waiting' && !missedAt) return null;
  const state = metAt ? 'met' : missedAt ? 'missed' : 'due';
  return (
    <p className={state === 'missed' ? styles.late : styles.fact}>
      {t(`side.firstReply.${state}`)} <When at={metAt ?? due} sayToday />
    </p>
  );
}
