import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../../../ui/problem/problem-note.tsx';
import type { Keeping } from '../../../ui/keeper.ts';
import styles from './calls.module.css';

/** Whether what was typed is on the server; what stands in the way is said. */
export function KeptSign({ state, error }: { state: Keeping; error: unknown }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  if (error) {
    return (
      <span role="alert" className={styles.notKept}>
        {words(error)} {t('calls.notKept')}
      </span>
    );
  }
  return (
    <span role="status" className={styles.kept}>
      {t(state === 'kept' ? 'calls.kept' : 'calls.keeping')}
    </span>
  );
}
