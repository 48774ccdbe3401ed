import type { Inbound } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { oneInboundQuery, readingQuery } from '../inbound-queries.ts';
import { Fact } from '../parts/fact.tsx';
import { InboundActs } from '../parts/inbound-acts.tsx';
import styles from '../parts/mail.module.css';
import { ReadLetter } from '../parts/read-letter.tsx';
import { useInboundReason } from '../parts/use-inbound-reason.ts';
import { Way } from '../parts/way.tsx';

/** One message that came in: what it says, what became of it and why, and what can be done. */
export function Incoming() {
  const { t } = useTranslation();
  const { inboundId } = useParams({ from: '/desk/mail/mail-in/$inboundId' });
  const found = useQuery(oneInboundQuery(inboundId));
  const title = found.data?.subject || t('case.noSubject');
  return (
    <Page title={found.data ? title : t('mailIn.title')} back="/mail-in">
      {found.error && <ProblemNote error={found.error} onAgain={() => void found.refetch()} />}
      {found.data && <Message item={found.data} />}
    </Page>
  );
}

function Message({ item }: { item: Inbound }) {
  const { t } = useTranslation();
  const reading = useQuery(readingQuery(item.id, item.decidedAt));
  return (
    <article className={styles.letter}>
      <Outcome item={item} duplicateOf={reading.data?.duplicateOf ?? null} />
      <InboundActs item={item} />
      {reading.error && (
        <ProblemNote error={reading.error} onAgain={() => void reading.refetch()} />
      )}
      {reading.data && (
        <>
          <Way steps={reading.data.steps} />
          <ReadLetter item={item} reading={reading.data} />
        </>
      )}
      <p>
        <a href={`/api/mail/inbound/${item.id}/raw`} download>
          {t('look.original')}
        </a>
      </p>
    </article>
  );
}

function Outcome({ item, duplicateOf }: { item: Inbound; duplicateOf: string | null }) {
  const { t } = useTranslation();
  const reason = useInboundReason();
  const quiet = item.outcome === 'opened' || item.outcome === 'joined';
  return (
    <dl>
      <Fact name={t('mailIn.outcome')}>
        <b className={`${styles.state} ${quiet ? '' : styles.warn}`}>
          {t(`outcome.${item.outcome}`)}
        </b>
        {item.reason && t('shell.colon') + reason(item.reason)}
      </Fact>
      {item.case && (
        <Fact name={t('outbox.case')}>
          <Link to="/cases/$caseId" params={{ caseId: item.case }}>
            {t('outbox.openCase')}
          </Link>
        </Fact>
      )}
      {duplicateOf && (
        <Fact name={t('look.first')}>
          <Link to="/mail-in/$inboundId" params={{ inboundId: duplicateOf }}>
            {t('look.openFirst')}
          </Link>
        </Fact>
      )}
    </dl>
  );
}
