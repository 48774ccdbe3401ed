import type { Message } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import styles from './conversation.module.css';

/** What became of an outgoing message; what went wrong is said loudly, with the reason. */
export function DeliveryState({ message: { delivery } }: { message: Message }) {
  const { t } = useTranslation();
  const state = delivery?.state ?? 'queued';
  const failed = state === 'refused' || state === 'bounced';
  return (
    <span className={failed ? styles.failed : undefined} title={delivery?.reason ?? undefined}>
      {' · '}
      {t(`delivery.${state}`)}
      {failed && delivery?.reason && `: ${delivery.reason}`}
    </span>
  );
}
