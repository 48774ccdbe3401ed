import type { Outbound } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { notSent } from '../../../ui/not-sent.ts';
import styles from './mail.module.css';

const looks: Partial<Record<Outbound['state'], string | undefined>> = {
  held: styles.warn,
  suppressed: styles.warn,
  refused: styles.late,
  bounced: styles.late,
};

/** The fate of a message, with the reason where there is one. */
export function StateMark({ state, reason }: Pick<Outbound, 'state' | 'reason'>) {
  const { t } = useTranslation();
  const isPlain = state === 'sent' || state === 'delivered' || state === 'held';
  return (
    <span title={reason ? notSent(t, reason) : undefined}>
      <b className={`${styles.state} ${looks[state] ?? ''}`}>{t(`delivery.${state}`)}</b>
      {reason && !isPlain && <small className={styles.reason}>{notSent(t, reason)}</small>}
    </span>
  );
}
