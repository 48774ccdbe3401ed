import type { CaseItem } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackIcon } from '../../../ui/shell/icons.tsx';
import styles from './case.module.css';
import { TimeLeft } from './time-left.tsx';

/** A case that is on its way: what the list knows of it stands where it will be. */
export function CaseOpening({ item }: { item: CaseItem | undefined }) {
  const { t } = useTranslation();
  if (!item) return <main className={styles.loading} aria-busy="true" />;
  return (
    <main className={styles.case} aria-busy="true">
      <header className={styles.head}>
        <div className={styles.title}>
          <Link to="/" className={styles.back} aria-label={t('shell.toHands')}>
            <BackIcon />
          </Link>
          <div>
            {/* Its heading is there when it can be worked on. */}
            <p className={styles.subject}>{item.subject || t('case.noSubject')}</p>
            <p className={styles.facts}>
              <span className={styles.time}>
                <TimeLeft item={item} />
              </span>
              <span>#{item.number}</span>
            </p>
          </div>
        </div>
      </header>
    </main>
  );
}
