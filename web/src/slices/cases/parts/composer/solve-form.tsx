import type { Case } from '@baton/contract';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { solve } from '../../doing.ts';
import styles from './composer.module.css';
import { WritingForm } from './writing-form.tsx';

type Props = { item: Case; field: RefObject<HTMLTextAreaElement | null>; onSent: () => void };

/** The written solution, which the customer gets. */
export function SolveForm({ item, field, onSent }: Props) {
  const { t } = useTranslation();
  return (
    <WritingForm
      item={item}
      kind="solution"
      field={field}
      label={t('composer.solution', { name: item.customer.name })}
      placeholder={t('composer.solution', { name: item.customer.name })}
      submit={t('composer.solve')}
      extra={<p className={styles.hint}>{t('composer.solveHint')}</p>}
      send={(on, { text, files, key }) =>
        solve({ ...on, key }, { text, files: files.map((file) => file.id) })
      }
      onSent={onSent}
    />
  );
}
