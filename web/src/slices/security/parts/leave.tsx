import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signOut } from '../../access/queries.ts';
import styles from './security.module.css';

/** The way back out of a sign-in that was begun. */
export function Leave() {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useQueryClient();
  const leaving = useMutation({
    mutationFn: signOut,
    onSettled: async () => {
      await router.navigate({ to: '/sign-in' });
      client.clear();
    },
  });
  return (
    <p>
      <button type="button" className={styles.other} onClick={() => leaving.mutate()}>
        {t('factor.other')}
      </button>
    </p>
  );
}
