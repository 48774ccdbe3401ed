import type { ChannelTrouble } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import styles from './channels.module.css';

/** What is wrong, in a sentence, and what the server said itself. */
export function TroubleNote({ trouble }: { trouble: ChannelTrouble }) {
  const { t } = useTranslation();
  return (
    <div className={styles.trouble} role="alert">
      <p>{t(`channels.trouble.${trouble.code}`)}</p>
      {trouble.said && (
        <p className={styles.muted}>{t('channels.said', { words: trouble.said })}</p>
      )}
    </div>
  );
}
