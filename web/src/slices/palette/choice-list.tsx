import { useTranslation } from 'react-i18next';
import type { Choice, Group } from './choice.ts';
import styles from './palette.module.css';

type Props = {
  /** What the ids on the page begin with. */
  prefix: string;
  groups: [Group, Choice[]][];
  active: Choice | undefined;
  /** Said where there is nothing; null while more may come. */
  none: string | null;
  onChoose: (choice: Choice) => void;
  onRun: (choice: Choice) => void;
};

/** The choices under their headings. */
export function ChoiceList({ prefix, groups, active, none, onChoose, onRun }: Props) {
  const { t } = useTranslation();
  return (
    <div
      id="palette-choices"
      role="listbox"
      aria-label={t('palette.found')}
      className={styles.choices}
    >
      {groups.map(([group, choices]) => (
        <div key={group} role="group" aria-label={t(`palette.groups.${group}`)}>
          <div className={styles.group} aria-hidden>
            {t(`palette.groups.${group}`)}
          </div>
          {choices.map((choice) => (
            <button
              key={choice.id}
              id={`${prefix}${choice.id}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={choice === active}
              className={styles.choice}
              onPointerMove={() => onChoose(choice)}
              onClick={() => onRun(choice)}
            >
              <span className={styles.name}>{choice.name}</span>
              <span className={styles.note}>{choice.note}</span>
              {choice.keys && <kbd>{choice.keys}</kbd>}
            </button>
          ))}
        </div>
      ))}
      {groups.length === 0 && none && <p className={styles.none}>{none}</p>}
    </div>
  );
}
