import { questionKinds } from '@baton/contract';
import { Button, NativeSelect, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftQuestion } from '../doing.ts';
import { LabelsField } from './labels-field.tsx';
import { MoveButtons } from './move-buttons.tsx';
import styles from './topics.module.css';

type Props = {
  question: DraftQuestion;
  isFirst: boolean;
  isLast: boolean;
  onChange: (question: DraftQuestion) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One question: its words, what kind of answer it takes, and its place among the others. */
export function QuestionFields({ question, onChange, onRemove, ...place }: Props) {
  const { t } = useTranslation();
  const { kind, choices } = question;
  const takesChoices = kind === 'choice' || kind === 'choices';
  return (
    <div className={styles.question}>
      <LabelsField
        label={t('topics.question')}
        value={question.labels}
        onChange={(labels) => onChange({ ...question, labels })}
      />
      <div className={styles.row}>
        <NativeSelect
          label={t('topics.kind')}
          value={kind}
          disabled={question.id !== undefined}
          onChange={(event) => {
            const next = questionKinds.find((one) => one === event.currentTarget.value) ?? kind;
            const isChoice = next === 'choice' || next === 'choices';
            const blank = [{ labels: {} }, { labels: {} }];
            const kept = choices.length > 0 ? choices : blank;
            onChange({ ...question, kind: next, choices: isChoice ? kept : [] });
          }}
          data={questionKinds.map((value) => ({ value, label: t(`topics.kinds.${value}`) }))}
        />
        <Switch
          label={t('topics.required')}
          checked={question.required}
          onChange={(event) => onChange({ ...question, required: event.currentTarget.checked })}
        />
        <MoveButtons {...place} />
        <Button size="compact-sm" variant="default" onClick={onRemove}>
          {t('topics.remove')}
        </Button>
      </div>
      {takesChoices && (
        <fieldset className={styles.choices}>
          <legend>{t('topics.choices')}</legend>
          {choices.map((choice, index) => (
            <LabelsField
              key={choice.id ?? index}
              label={t('topics.choice', { number: index + 1 })}
              value={choice.labels}
              onChange={(labels) =>
                onChange({ ...question, choices: choices.with(index, { ...choice, labels }) })
              }
            />
          ))}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onChange({ ...question, choices: [...choices, { labels: {} }] })}
          >
            {t('topics.addChoice')}
          </Button>
          {choices.length > 2 && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onChange({ ...question, choices: choices.slice(0, -1) })}
            >
              {t('topics.removeChoice')}
            </Button>
          )}
        </fieldset>
      )}
    </div>
  );
}
