import type { Case } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ActButton } from './act-button.tsx';
import { suggestionQuery, takeSuggestion } from './people-api.ts';
import styles from './people.module.css';

/** Where something was forwarded: whoever wrote it at first may be the customer. */
export function Suggestion({ item, onDone }: { item: Case; onDone: () => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(suggestionQuery(item.id));
  if (!data?.suggestion) return null;
  const { name, address } = data.suggestion;
  const who = name ? `${name} <${address}>` : address;
  return (
    <div className={styles.unknown} role="note">
      <p>{t('casePeople.forwarded', { who })}</p>
      <ActButton
        item={item}
        name={t('casePeople.takeSuggestion')}
        act={takeSuggestion}
        onDone={onDone}
      />
    </div>
  );
}
