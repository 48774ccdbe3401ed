import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftQuestion } from '../doing.ts';
import { LabelsField } from './labels-field.tsx';
import styles from './topics.module.css';

type Props = {
  /** Where they stand in what is sent. */
  path: string;
  choices: DraftQuestion['choices'];
  onChange: (choices: DraftQuestion['choices']) => void;
};

/** What a question offers to choose from: two at least. */
export function ChoicesField({ path, choices, onChange }: Props) {
  const { t } = useTranslation();
  const look = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <fieldset className={styles.choices}>
      <legend>{t('topics.choices')}</legend>
      {choices.map((choice, index) => (
        <LabelsField
          key={choice.id ?? index}
          path={`${path}.${index}.labels`}
          label={t('topics.choice', { number: index + 1 })}
          value={choice.labels}
          onChange={(labels) => onChange(choices.with(index, { ...choice, labels }))}
        />
      ))}
      <div className={styles.row}>
        <Button {...look} onClick={() => onChange([...choices, { labels: {} }])}>
          {t('topics.addChoice')}
        </Button>
        {choices.length > 2 && (
          <Button {...look} onClick={() => onChange(choices.slice(0, -1))}>
            {t('topics.removeChoice')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
