import { Link, Outlet, useMatches, useRouteContext } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../ui/parts/lazy-part.ts';
import { useTitle } from '../../../ui/shell/use-title.ts';
import { groups, sectionsFor } from '../sections.ts';
import styles from './settings.module.css';

/** Seen where nothing is chosen, which is seldom after the first days. */
const FirstStepsList = lazyPart(
  async () => (await import('../parts/first-steps-list.tsx')).FirstStepsList,
  'first-steps',
);

/** The settings: what there is at the side, and the chosen page beside it. */
export function Settings() {
  const { t } = useTranslation();
  const { who } = useRouteContext({ from: '/desk' });
  const mine = sectionsFor(who);
  const path = useMatches().at(-1)?.pathname.replace(/\/$/, '');
  const chosen = path !== '/settings';
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    if (path === '/settings') return;
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [path]);
  useTitle(t('nav.settings'));
  return (
    <div className={styles.settings} data-chosen={chosen}>
      <nav ref={list} className={styles.sections} aria-label={t('nav.settings')}>
        {groups.map((group) => {
          const those = mine.filter((section) => section.group === group);
          if (those.length === 0) return null;
          return (
            <div key={group}>
              <h2 className={styles.group}>{t(`settings.group.${group}`)}</h2>
              {those.map(({ to, name }) => (
                <Link
                  key={to}
                  to={to}
                  className={styles.section}
                  activeProps={{ 'aria-current': 'page' }}
                >
                  {t(name as 'nav.settings')}
                </Link>
              ))}
            </div>
          );
        })}
      </nav>
      <div className={styles.chosen}>
        {chosen ? (
          <Outlet />
        ) : (
          <main className={styles.choose}>
            <Suspense fallback={null}>
              <FirstStepsList />
            </Suspense>
          </main>
        )}
      </div>
    </div>
  );
}
