import type { Outbound } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { When } from '../../../ui/time/when.tsx';
import styles from './mail.module.css';
import { StateMark } from './state-mark.tsx';

/** One message in the outbox; its subject opens it. */
export function OutboxRow({ item }: { item: Outbound }) {
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
      </td>
      <td>
        <StateMark state={item.state} reason={item.reason} />
      </td>
    </tr>
  );
}
