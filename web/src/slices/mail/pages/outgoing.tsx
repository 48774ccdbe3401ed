import type { Outbound } from '@baton/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { When } from '../../../ui/time/when.tsx';
import { Fact } from '../parts/fact.tsx';
import { HeldBanner } from '../parts/held-banner.tsx';
import styles from '../parts/mail.module.css';
import { StateMark } from '../parts/state-mark.tsx';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { AtOnce } from '../parts/at-once.tsx';
import { healthQuery } from '../health-query.ts';
import { outgoingQuery, release } from '../queries.ts';

/** One outgoing message, to be read as it goes out. */
export function Outgoing() {
  const { t } = useTranslation();
  const { outboundId } = useParams({ from: '/desk/mail/outbox/$outboundId' });
  const found = useQuery(outgoingQuery(outboundId));
  return (
    <Page title={found.data?.subject ?? t('outbox.title')} back="/outbox">
      {found.error && <ProblemNote error={found.error} onAgain={() => void found.refetch()} />}
      {found.data?.state === 'held' && <HeldBanner />}
      {found.data && <Letter item={found.data} />}
    </Page>
  );
}

function Letter({ item }: { item: Outbound }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: health } = useQuery(healthQuery);
  const mayRelease =
    item.state === 'held' && may(me, 'Mail', 'admin') && health?.mailOut !== 'held';
  return (
    <article className={styles.letter}>
      <dl>
        <Fact name={t('outbox.state')}>
          <StateMark state={item.state} reason={item.reason} />{' '}
          {mayRelease && <AtOnce name={t('outbox.release')} act={() => release(item.id)} />}
        </Fact>
        <Fact name={t('outbox.from')}>{item.from}</Fact>
        <Fact name={t('outbox.to')}>{item.to.join(', ')}</Fact>
        {item.cc.length > 0 && <Fact name={t('outbox.copy')}>{item.cc.join(', ')}</Fact>}
        {item.replyTo && <Fact name={t('outbox.replyTo')}>{item.replyTo}</Fact>}
        <Fact name={item.sentAt ? t('outbox.sentAt') : t('outbox.madeAt')}>
          <When at={item.sentAt ?? item.createdAt} sayToday />
        </Fact>
        {item.relay && <Fact name={t('outbox.relay')}>{item.relay}</Fact>}
        {item.nextAttemptAt && (
          <Fact name={t('outbox.nextAttempt')}>
            <When at={item.nextAttemptAt} sayToday /> (
            {t('outbox.attempts', { count: item.attempts })})
          </Fact>
        )}
        <Fact name="Message-ID">
          <code>{item.messageId}</code>
        </Fact>
        <Fact name={t('outbox.case')}>
          <Link to="/cases/$caseId" params={{ caseId: item.case }}>
            {t('outbox.openCase')}
          </Link>
        </Fact>
      </dl>
      <div className="written" lang={item.language}>
        {item.text}
      </div>
    </article>
  );
}
