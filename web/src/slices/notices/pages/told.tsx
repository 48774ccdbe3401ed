import type { CaseEventShape } from '@baton/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ShowMore } from '../../../ui/list/show-more.tsx';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { When } from '../../../ui/time/when.tsx';
import { useEventWords } from '../../cases/parts/conversation/use-event-words.ts';
import { eventsQuery } from '../../cases/queries.ts';
import { byEvent, type OfEvent } from '../by-event.ts';
import { caseLedgerQuery } from '../ledger-queries.ts';
import { LedgerList } from '../parts/ledger-list.tsx';
import choices from '../parts/choices.module.css';
import styles from '../parts/ledger.module.css';

const route = getRouteApi('/desk/told/$caseId');

/** Of each event of a case: who was told, how and when; or why not. */
export function ToldOfCase() {
  const { t } = useTranslation();
  const { caseId } = route.useParams();
  const events = useQuery(eventsQuery(caseId));
  const list = useInfiniteQuery(caseLedgerQuery(caseId));
  const error = list.error ?? events.error;
  const lines = list.data?.pages.flatMap((page) => page.items);
  const told = lines && events.data ? byEvent(events.data, lines, !list.hasNextPage) : [];
  return (
    <Page title={t('ledger.title')}>
      <p className={choices.intro}>
        {t('ledger.caseIntro')}{' '}
        <Link to="/cases/$caseId" params={{ caseId }}>
          {t('ledger.toCase')}
        </Link>
      </p>
      {error && <ProblemNote error={error} onAgain={() => void list.refetch()} />}
      {told.map((one) => (
        <Told key={one.event?.seq ?? 'besides'} of={one} />
      ))}
      <ShowMore list={list} />
    </Page>
  );
}

function Told({ of: { event, lines } }: { of: OfEvent }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className={styles.event}>{event ? <EventTitle event={event} /> : t('ledger.besides')}</h2>
      {lines.length > 0 ? (
        <LedgerList lines={lines} named={false} />
      ) : (
        <p className={styles.nobody}>{t('ledger.nobody')}</p>
      )}
    </section>
  );
}

function EventTitle({ event }: { event: CaseEventShape }) {
  const words = useEventWords(event);
  return (
    <>
      {words} · <When at={event.at} sayToday />
    </>
  );
}
