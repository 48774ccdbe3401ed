import type { Message } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { notSent } from '../../../../ui/not-sent.ts';
import styles from './conversation.module.css';

/** What became of an outgoing message; what went wrong is said loudly, with the reason. */
export function DeliveryState({ message: { delivery, withdrawnAt } }: { message: Message }) {
  const { t } = useTranslation();
  const state = withdrawnAt ? 'withdrawn' : (delivery?.state ?? 'queued');
  const failed = state === 'refused' || state === 'bounced';
  const why = delivery?.reason ? notSent(t, delivery.reason) : undefined;
  return (
    <span className={failed ? styles.failed : undefined} title={why}>
      {' · '}
      {t(`delivery.${state}`)}
      {failed && why && t('shell.colon') + why}
    </span>
  );
}
