import { providerRefusal } from '@baton/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import styles from '../../../ui/problem/problem-note.module.css';
import { providerNameQuery } from '../provider-queries.ts';

/**
 * Leads to the identity provider, if there is one, and from there to a place of the desk.
 * @param words `again`: for who is signed in, and proves anew who they are
 */
export function ProviderButton({ to, words }: { to: string; words: 'enter' | 'again' }) {
  const { t } = useTranslation();
  const { data: name } = useQuery(providerNameQuery);
  if (!name) return null;
  return (
    <Button
      component="a"
      href={`/api/auth/provider/start?to=${encodeURIComponent(to)}`}
      variant="default"
      size={words === 'enter' ? 'md' : 'sm'}
      fullWidth
      mt={words === 'enter' ? 14 : 0}
    >
      {t(`provider.${words}`, { name })}
    </Button>
  );
}

/** Why somebody did not come in by the provider, as it stands in the address of the page. */
export function NotComeIn({ refusal }: { refusal: string }) {
  const { t } = useTranslation();
  const known = providerRefusal.safeParse(refusal);
  if (!known.success) return null;
  return (
    <div className={styles.note} role="alert">
      <p>{t(`provider.refusals.${known.data}`)}</p>
    </div>
  );
}
