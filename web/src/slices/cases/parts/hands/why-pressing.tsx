import type { CaseItem } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import styles from './hands.module.css';

/** Why a case presses more, or less, than an ordinary one of its age; nothing where it does not. */
export function WhyPressing({ item }: { item: CaseItem }) {
  const words = usePressingWords();
  if (item.priority.reasons.length === 0) return null;
  return <span className={styles.pressing}>{words(item)}</span>;
}

/** The reasons of a priority in words. */
export function usePressingWords(): (item: Pick<CaseItem, 'priority' | 'urgency'>) => string {
  const { t } = useTranslation();
  return ({ priority, urgency }) =>
    priority.reasons
      .map((reason) => (reason === 'urgency' ? t(`urgency.${urgency}`) : t(`hands.why.${reason}`)))
      .join(' · ');
}
