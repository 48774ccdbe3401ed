import type { FoundCase } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from '../../../ui/time/when.tsx';
import { Marked } from './marked.tsx';
import styles from './search.module.css';

/** A case that was found: who, what about, where the words stand. */
export const FoundRow = memo(function FoundRow({ item }: { item: FoundCase }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link to="/cases/$caseId" params={{ caseId: item.id }} className={styles.row} data-row>
        <span className={styles.first}>
          <span className={styles.number}>#{item.number}</span>
          <span className={styles.subject}>
            {item.subject.length > 0 ? <Marked pieces={item.subject} /> : t('case.noSubject')}
          </span>
          <span className={styles.status} data-status={item.status}>
            {t(`case.status.${item.status}`)}
          </span>
        </span>
        {item.message && item.message.pieces.length > 0 && (
          <span className={styles.piece}>
            <Marked pieces={item.message.pieces} />
          </span>
        )}
        <span className={styles.facts}>
          <span>{item.customer.name}</span>
          <span>{item.owner?.name ?? item.team.name}</span>
          {item.topic && <span>{item.topic.name}</span>}
          <span>
            {t('search.opened')} <When at={item.openedAt} />
          </span>
        </span>
      </Link>
    </li>
  );
});
