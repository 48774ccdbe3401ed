import type { Outbound } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { When } from '../../../ui/time/when.tsx';
import styles from './mail.module.css';
import { StateMark } from './state-mark.tsx';

/** What is said beside the subject; a reply needs no word. */
const kinds = ['receipt', 'moved', 'solution'] as const;

/** One message in the outbox; its subject opens it. */
export function OutboxRow({ item }: { item: Outbound }) {
  const { t } = useTranslation();
  const kind = kinds.find((known) => known === item.kind);
  return (
    <tr>
      <td className={styles.when}>
        <When at={item.sentAt ?? item.createdAt} />
      </td>
      <td className={styles.address}>{item.to.join(', ')}</td>
      <td>
        <Link to="/outbox/$outboundId" params={{ outboundId: item.id }}>
          {item.subject}
        </Link>
        {kind && ' '}
        {kind && <small className={styles.kind}>{t(`message.kind.${kind}`)}</small>}
      </td>
      <td>
        <StateMark state={item.state} reason={item.reason} />
      </td>
    </tr>
  );
}
