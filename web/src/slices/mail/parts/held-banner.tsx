import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { healthQuery } from '../health-query.ts';
import styles from './mail.module.css';

/** Without a relay nothing leaves: said where someone would wonder. */
export function HeldBanner() {
  const { t } = useTranslation();
  const { data } = useQuery(healthQuery);
  if (data?.mailOut !== 'held') return null;
  return (
    <div className={styles.banner} role="note">
      <b>{t('outbox.held')}</b> {t('outbox.heldDo')} <code>SMTP_URL</code>
    </div>
  );
}
