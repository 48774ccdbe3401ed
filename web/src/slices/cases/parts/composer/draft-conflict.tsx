import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './composer.module.css';
import type { Keeping } from './draft-keeper.ts';

type Props = {
  conflict: NonNullable<Keeping['conflict']>;
  onTheirs: () => void;
  onMine: () => void;
};

/** Two devices wrote on one draft: both texts are there, and the person says which one stays. */
export function DraftConflict({ conflict: { theirs }, onTheirs, onMine }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.news} role="alert">
      <p>{t(theirs ? 'drafting.elsewhere' : 'drafting.endedElsewhere')}</p>
      {theirs && (
        <blockquote>
          <div className="written">{theirs.text.trim()}</div>
        </blockquote>
      )}
      <div className={styles.choices}>
        <Button size="xs" variant="default" onClick={onTheirs}>
          {t(theirs ? 'drafting.takeTheirs' : 'drafting.throwAway')}
        </Button>
        <Button size="xs" variant="default" onClick={onMine}>
          {t('drafting.keepMine')}
        </Button>
      </div>
    </div>
  );
}
