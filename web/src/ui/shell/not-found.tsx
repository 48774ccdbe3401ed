import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './plain.module.css';

/** For an address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <main className={styles.plain}>
      <h1>{t('shell.notFound')}</h1>
      <p>{t('shell.notFoundWhat')}</p>
      <Link to="/">{t('shell.toHands')}</Link>
    </main>
  );
}
