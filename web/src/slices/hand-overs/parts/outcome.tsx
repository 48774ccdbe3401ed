import type { HandoverBatch } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import styles from './hand-overs.module.css';

type Props = {
  from: { name: string } | null;
  /** Null: the case is not one that one may hand over, or is in work no longer. */
  outcome: HandoverBatch['cases'][number] | null;
};

const known = [
  'at_the_top',
  'wrong_level',
  'wrong_status',
  'agent_absent',
  'no_one_to_hold_it',
  'unknown_reference',
] as const;

/** From whose hands into whose a case goes, or why it stays. */
export function Outcome({ from, outcome }: Props) {
  const { t } = useTranslation();
  if (!outcome || outcome.code) {
    const code = known.find((one) => one === outcome?.code) ?? 'other';
    return (
      <p className={styles.stays}>
        {t('batch.stays') + t('shell.colon') + t(`batch.because.${outcome ? code : 'notYours'}`)}
      </p>
    );
  }
  return (
    <p className={styles.goes}>
      {from && <span>{from.name}</span>} <span aria-label={t('batch.to')}>→</span>{' '}
      <strong>{outcome.to?.name}</strong>
    </p>
  );
}
