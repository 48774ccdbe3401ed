import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { tellSignedIn } from '../../../api/signed-in.ts';
import { Door } from '../../../ui/shell/door.tsx';
import { useTitle } from '../../../ui/shell/use-title.ts';

/** Where the identity provider leads to in a window of its own; the page that waits goes on. */
export function SignedIn() {
  const { t } = useTranslation();
  useTitle(t('comeBack.done'));
  useEffect(() => {
    tellSignedIn('proved');
    // Not every browser lets a page close itself; then the page says what to do.
    window.close();
  }, []);
  return (
    <Door title={t('comeBack.done')}>
      <p>{t('comeBack.doneWhat')}</p>
    </Door>
  );
}
