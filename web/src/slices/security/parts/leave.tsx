import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { signOut } from '../../access/queries.ts';
import styles from './security.module.css';

/** The way back out of a sign-in that was begun; `onLeft` also where the server could not be told. */
export function Leave({ onLeft }: { onLeft: () => void }) {
  const { t } = useTranslation();
  const leaving = useMutation({ mutationFn: signOut, onSettled: onLeft });
  return (
    <p>
      <button type="button" className={styles.other} onClick={() => leaving.mutate()}>
        {t('factor.other')}
      </button>
    </p>
  );
}
