import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fullTime } from '../../../../ui/time/format.ts';
import { useNow } from '../../../../ui/time/now.ts';
import { useLength } from '../../../../ui/time/use-left.ts';
import { useViewer } from '../../../../ui/viewer.tsx';
import { meQuery } from '../../../access/queries.ts';
import { eventsQuery } from '../../queries.ts';
import { useReasonWords } from '../package/use-reasons.ts';
import { useNames } from '../use-names.ts';
import { chain, type Hold } from './chain.ts';
import styles from './side.module.css';

/** In whose hands the case was, and how long. */
export function ChainPanel({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { data: events = [] } = useQuery(eventsQuery(caseId));
  const holds = chain(events);
  if (holds.length === 0) return null;
  return (
    <section>
      <h2>{t('side.chain')}</h2>
      <ol className={styles.chain}>
        {holds.map((hold) => (
          <Hand key={hold.from} hold={hold} />
        ))}
      </ol>
    </section>
  );
}

function Hand({ hold }: { hold: Hold }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const names = useNames();
  const reason = useReasonWords();
  const length = useLength();
  const viewer = useViewer();
  const now = useNow();
  const from = Date.parse(hold.from);
  const ms = (hold.to ? Date.parse(hold.to) : now) - from;
  return (
    <li className={hold.to === null ? styles.now : undefined}>
      <span>{hold.agent === me.agent?.id ? t('message.you') : names.agent(hold.agent)}</span>
      <time dateTime={hold.from} title={fullTime(from, viewer)}>
        {length(ms)}
      </time>
      {hold.why && <small>{reason(hold.why)}</small>}
    </li>
  );
}
