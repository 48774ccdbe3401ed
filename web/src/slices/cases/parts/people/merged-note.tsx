import type { Case } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { ActButton } from './act-button.tsx';
import { undoMerge } from './people-api.ts';
import styles from './people.module.css';

/** Of a merged case: where it went, and the way back. */
export function MergedNote({ item, may }: { item: Case; may: boolean }) {
  const { t } = useTranslation();
  if (item.status !== 'merged' || !item.mergedInto) return null;
  const into = item.links.find(({ id }) => id === item.mergedInto);
  return (
    <div className={styles.merged} role="note">
      <p>
        {into ? (
          <Trans
            i18nKey="casePeople.mergedInto"
            values={{ number: into.number }}
            components={{ a: <Link to="/cases/$caseId" params={{ caseId: into.id }} /> }}
          />
        ) : (
          t('casePeople.mergedElsewhere')
        )}
      </p>
      {may && (
        <ActButton
          item={item}
          name={t('casePeople.undoMerge')}
          sure={t('casePeople.undoMergeSure')}
          act={undoMerge}
        />
      )}
    </div>
  );
}
