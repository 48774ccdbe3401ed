import { providerRefusal } from '@baton/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import styles from '../../../ui/problem/problem-note.module.css';
import { providerNameQuery } from '../provider-queries.ts';

/** In a window of its own, so that the page beneath stays; whether the browser lets one open. */
function opensApart(): boolean {
  return window.open(startAt('/signed-in'), 'baton-sign-in', 'popup,width=520,height=720') !== null;
}

const startAt = (to: string) => `/api/auth/provider/start?to=${encodeURIComponent(to)}`;

/**
 * Leads to the identity provider, if there is one, and from there to a place of the desk.
 * @param to null: the page stays open, and hears by `onSignedIn` when that is done
 * @param words `again`: for who is signed in, and proves anew who they are
 */
export function ProviderButton({ to, words }: { to: string | null; words: 'enter' | 'again' }) {
  const { t } = useTranslation();
  const { data: name } = useQuery(providerNameQuery);
  if (!name) return null;
  return (
    <Button
      component="a"
      href={startAt(to ?? '/signed-in')}
      // As a link it opens a page beside this one also where no window may.
      {...(to === null && { target: '_blank' })}
      onClick={(event) => {
        if (to === null && opensApart()) event.preventDefault();
      }}
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
