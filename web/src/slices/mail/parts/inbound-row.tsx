import type { Inbound } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { When } from '../../../ui/time/when.tsx';
import styles from './mail.module.css';
import { useInboundReason } from './use-inbound-reason.ts';

/** One message that came in; its subject opens it, and where it has a case, the outcome opens that. */
export function InboundRow({ item }: { item: Inbound }) {
  const { t } = useTranslation();
  const reason = useInboundReason();
  const quiet = item.outcome === 'opened' || item.outcome === 'joined';
  const outcome = (
    <b className={`${styles.state} ${quiet ? '' : styles.warn}`}>{t(`outcome.${item.outcome}`)}</b>
  );
  return (
    <tr>
      <td className={styles.when}>
        <When at={item.receivedAt} />
      </td>
      <td className={styles.address}>{item.sender ?? (item.envelopeFrom || t('mailIn.nobody'))}</td>
      <td>
        <Link to="/mail-in/$inboundId" params={{ inboundId: item.id }}>
          {item.subject || t('case.noSubject')}
        </Link>
      </td>
      <td>
        {item.case ? (
          <Link to="/cases/$caseId" params={{ caseId: item.case }}>
            {outcome}
          </Link>
        ) : (
          outcome
        )}
        {item.reason && !quiet && <small className={styles.reason}>{reason(item.reason)}</small>}
      </td>
    </tr>
  );
}
