import type { CaseEventShape, LedgerLine } from '@baton/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ShowMore } from '../../../ui/list/show-more.tsx';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { useEventWords } from '../../cases/parts/conversation/use-event-words.ts';
import { eventsQuery } from '../../cases/queries.ts';
import { caseLedgerQuery } from '../ledger-queries.ts';
import { LedgerList } from '../parts/ledger-list.tsx';
import styles from '../parts/ledger.module.css';

const route = getRouteApi('/desk/told/$caseId');

/** Of each event of a case: who was told, how and when; or why not. */
export function ToldOfCase() {
  const { t } = useTranslation();
  const { caseId } = route.useParams();
  const events = useQuery(eventsQuery(caseId));
  const list = useInfiniteQuery(caseLedgerQuery(caseId));
  const lines = list.data?.pages.flatMap((page) => page.items) ?? [];
  const error = list.error ?? events.error;
  const byEvent = [...Map.groupBy(lines, ({ seq }) => seq)];
  return (
    <Page title={t('ledger.title')}>
      <p className={styles.intro}>
        {t('ledger.caseIntro')}{' '}
        <Link to="/cases/$caseId" params={{ caseId }}>
          {t('ledger.toCase')}
        </Link>
      </p>
      {error && <ProblemNote error={error} onAgain={() => void list.refetch()} />}
      {list.data && lines.length === 0 && <p className={styles.intro}>{t('ledger.none')}</p>}
      {byEvent.map(([seq, of]) => (
        <OfEvent
          key={seq ?? 'none'}
          event={events.data?.find((one) => one.seq === seq)}
          lines={of}
        />
      ))}
      <ShowMore list={list} />
    </Page>
  );
}

function OfEvent({ event, lines }: { event: CaseEventShape | undefined; lines: LedgerLine[] }) {
  return (
    <section>
      {event && <EventTitle event={event} />}
      <LedgerList lines={lines} named={false} />
    </section>
  );
}

function EventTitle({ event }: { event: CaseEventShape }) {
  return <h2 className={styles.event}>{useEventWords(event)}</h2>;
}
