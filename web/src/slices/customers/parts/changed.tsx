import type { CustomerChangeLine } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../../ui/viewer.tsx';
import { changeWords } from './change-words.ts';
import styles from './customer.module.css';
import { fieldWords } from './field-words.ts';

type Props = { change: CustomerChangeLine['changes'][number] };

/** One field of a record: what it is called, what it was, what it became. */
export function Changed({ change: { field, from, to } }: Props) {
  const { t } = useTranslation();
  const viewer = useViewer();
  return (
    <div className={styles.written}>
      {fieldWords(t, field) + t('shell.colon')}
      {from && <del>{changeWords(t, viewer, field, from)}</del>}
      {from && to && ' → '}
      {to && <ins>{changeWords(t, viewer, field, to)}</ins>}
    </div>
  );
}
