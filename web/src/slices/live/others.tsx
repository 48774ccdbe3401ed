import type { Presence } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import styles from './others.module.css';

/** So many are named. */
const named = 3;

/** Who else looks at the case or writes in it, quietly. */
export function Others({ others }: { others: Presence['others'] }) {
  const { t } = useTranslation();
  return (
    <span role="status" className={styles.others}>
      {others.slice(0, named).map(({ agent, doing }) => (
        <span key={agent.id} data-writes={doing !== 'looks' || undefined}>
          {t(`presence.${doing}`, { name: agent.name })}
        </span>
      ))}
      {others.length > named && <span>{t('presence.more', { count: others.length - named })}</span>}
    </span>
  );
}
