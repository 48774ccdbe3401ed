import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './skip-link.module.css';

/** Past the navigation, for whoever goes by keyboard; seen only while it has the focus. */
export function SkipLink({ to }: { to: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.skip} onClick={() => focusPlace(to.current)}>
      {t('shell.skip')}
    </button>
  );
}

/** Lets a place have the focus for once; for good, each click in it would take the focus there. */
function focusPlace(place: HTMLElement | null): void {
  if (!place) return;
  place.tabIndex = -1;
  place.focus();
  place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
}
