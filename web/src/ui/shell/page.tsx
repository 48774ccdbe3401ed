import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BackIcon } from './icons.tsx';
import styles from './page.module.css';
import { useTitle } from './use-title.ts';

type Props = {
  title: string;
  back?:
    | '/outbox'
    | '/mail-in'
    | '/notices'
    | '/pyramid'
    | '/customers'
    | '/settings'
    | '/settings/channels'
    | '/settings/drill'
    | '/settings/people'
    | '/settings/pyramid';
  children: ReactNode;
};

/** A page of its own, with a title, beside the navigation. */
export function Page({ title, back, children }: Props) {
  const { t } = useTranslation();
  useTitle(title);
  return (
    <main className={styles.page}>
      <div className={styles.title}>
        {back && (
          <Link to={back} aria-label={t('shell.back')}>
            <BackIcon />
          </Link>
        )}
        <h1>{title}</h1>
      </div>
      {children}
    </main>
  );
}
