import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { healthQuery } from '../../mail/health-query.ts';
import styles from './desk.module.css';

/** Said to everybody: that no case goes up by itself, because the server's clock was set. */
export function Alarm() {
  const { t } = useTranslation();
  const { data } = useQuery(healthQuery);
  if (data?.clocks !== 'stopped') return null;
  return (
    <p className={styles.alarm} role="alert">
      {t('shell.clocksStopped')}
    </p>
  );
}
