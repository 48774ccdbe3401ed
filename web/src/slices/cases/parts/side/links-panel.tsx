import type { Case } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './side.module.css';

/** Why two cases have to do with one another, as the mail decides it. */
const reasons = [
  'unknown_sender',
  'authentication_failed',
  'closed_long_ago',
  'another_subject',
  'merged',
  'split',
] as const;

/** Cases that have to do with this one. */
export function LinksPanel({ links }: { links: Case['links'] }) {
  const { t } = useTranslation();
  if (links.length === 0) return null;
  return (
    <section>
      <h2>{t('side.links')}</h2>
      <ul className={styles.others}>
        {links.map((link) => {
          const why = reasons.find((one) => one === link.why);
          return (
            <li key={link.id}>
              <Link to="/cases/$caseId" params={{ caseId: link.id }}>
                #{link.number}
              </Link>
              <span>{why ? t(`link.${why}`) : link.why.replaceAll('_', ' ')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
