import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from '../../../ui/shell/icons.tsx';
import styles from './search.module.css';

type Props = {
  name: string;
  value: string | undefined;
  choices: readonly { id: string; name: string }[];
  onChoose: (value: string | undefined) => void;
};

/** One thing by which is narrowed: a list to choose from, which says what was chosen. */
export function ChoiceChip({ name, value, choices, onChoose }: Props) {
  const isKnown = value === undefined || choices.some(({ id }) => id === value);
  return (
    <select
      className={styles.chip}
      data-set={value !== undefined || undefined}
      aria-label={name}
      value={value ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value || undefined)}
    >
      <option value="">{name}</option>
      {!isKnown && <option value={value}>…</option>}
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </select>
  );
}

type SetProps = { name: string; onClear: () => void; children: ReactNode };

/** What was set elsewhere, and can be taken away here. */
export function SetChip({ name, onClear, children }: SetProps) {
  const { t } = useTranslation();
  return (
    <span className={styles.chip} data-set>
      {name + t('shell.colon')}
      {children}
      <button type="button" aria-label={t('search.clear', { name })} onClick={onClear}>
        <CloseIcon />
      </button>
    </span>
  );
}
