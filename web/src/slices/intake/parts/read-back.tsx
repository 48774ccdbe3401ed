import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Taking } from '../use-taking.ts';
import styles from './intake.module.css';

/** What we understood, in the customer's language; mended by hand where it is not right yet. */
export function ReadBack({ intake, said, change }: Taking) {
  const { t } = useTranslation();
  const byHand = said.summary !== '';
  return (
    <div className={styles.stack}>
      <Textarea
        autosize
        minRows={3}
        maxRows={16}
        maxLength={20_000}
        aria-label={t('intake.readBack')}
        description={t('intake.readBackWhy')}
        value={byHand ? said.summary : intake.readBack}
        onChange={({ currentTarget }) => change({ summary: currentTarget.value })}
      />
      {byHand && (
        <Button
          className={styles.start}
          size="compact-sm"
          variant="default"
          onClick={() => change({ summary: '' })}
        >
          {t('intake.asPutTogether')}
        </Button>
      )}
    </div>
  );
}
