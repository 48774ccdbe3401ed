import type { Inbound } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { When } from '../../../ui/time/when.tsx';
import { openAfterAll } from '../queries.ts';
import { AtOnce } from './at-once.tsx';
import styles from './mail.module.css';

/** One message that came in; where it made or joined a case, its subject opens that. */
export function InboundRow({ item }: { item: Inbound }) {
  const { t } = useTranslation();
  const subject = item.subject || t('case.noSubject');
  const quiet = item.outcome === 'opened' || item.outcome === 'joined';
  return (
    <tr>
      <td className={styles.when}>
        <When at={item.receivedAt} />
      </td>
      <td className={styles.address}>{item.sender ?? (item.envelopeFrom || t('mailIn.nobody'))}</td>
      <td>
        {item.case ? (
          <Link to="/cases/$caseId" params={{ caseId: item.case }}>
            {subject}
          </Link>
        ) : (
          subject
        )}
      </td>
      <td>
        <b className={`${styles.state} ${quiet ? '' : styles.warn}`}>
          {t(`outcome.${item.outcome}`)}
        </b>{' '}
        <a className={styles.raw} href={`/api/mail/inbound/${item.id}/raw`} download>
          {t('mailIn.raw')}
        </a>
        {item.reason && !quiet && <Reason code={item.reason} />}
        {item.outcome === 'set_aside' && (
          <AtOnce name={t('mailIn.openAfterAll')} act={() => openAfterAll(item.id)} />
        )}
      </td>
    </tr>
  );
}

/** Why it did not become or join a case; what a bounce says is told by its outcome alone. */
const reasons = [
  'blocked_sender',
  'suspected_spam',
  'authentication_failed',
  'automatic_reply',
  'not_the_agent',
  'agent_inactive',
  'answers_several_cases',
  'agent_may_not',
  'could_not_be_processed',
  'same_message',
  'second_copy_differs',
  'own_message',
  'own_address',
  'probe',
  'failed',
  'delayed',
  'delivered',
] as const;

function Reason({ code }: { code: string }) {
  const { t } = useTranslation();
  const known = reasons.find((reason) => reason === code);
  const words = known ? t(`mailIn.reason.${known}`) : code.replaceAll('_', ' ');
  return <small className={styles.reason}>{words}</small>;
}
