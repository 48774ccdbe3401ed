import type { AccessEntry } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { When } from '../../../ui/time/when.tsx';
import styles from './grants.module.css';

const lists = [
  'cases',
  'customers',
  'tasks',
  'drafts',
  'offers',
  'hand-overs',
  'notices',
  'inbound',
  'outbox',
  'breakers',
  'leftovers',
  'access log',
  'search',
  'accountability',
  'incident',
  'notice ledger',
  'rule trial',
] as const;

/** One look: who saw what, when and from where. */
export function AccessRow({ item }: { item: AccessEntry }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td className={styles.when}>
        <When at={item.at} sayToday />
      </td>
      <td>
        {item.actor.name ?? t(`accessLog.actor.${item.actor.kind}`)}
        {item.actor.kind !== 'agent' && item.actor.name && (
          <small>{t(`accessLog.actor.${item.actor.kind}`)}</small>
        )}
      </td>
      <td>{t(`accessLog.kind.${item.kind}`)}</td>
      <td>
        <About item={item} />
        {item.reason && <small>{t('accessLog.reason', { reason: item.reason })}</small>}
      </td>
      <td className={styles.from}>{item.address}</td>
    </tr>
  );
}

function About({ item: { kind, subject, list } }: { item: AccessEntry }) {
  const { t } = useTranslation();
  if (list) {
    const known = lists.find((one) => one === list.name);
    return (
      <>
        {known ? t(`accessLog.list.${known}`) : list.name}
        {list.exported && <small>{t('accessLog.exported')}</small>}
        {list.shown > 0 && <small>{t('accessLog.shown', { count: list.shown })}</small>}
      </>
    );
  }
  if (!subject) return null;
  if (kind === 'case' && subject.name) {
    return (
      <Link to="/cases/$caseId" params={{ caseId: subject.id }}>
        {subject.name}
      </Link>
    );
  }
  return subject.name ?? t('accessLog.gone');
}
