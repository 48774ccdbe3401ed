import type { FactValue, RuleCondition } from '@baton/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './rules.module.css';
import { type Questions, useQuestions } from './use-choices.ts';

type Props = {
  /** Where the condition stands in the rule. */
  path: string;
  condition: Extract<RuleCondition, { field: 'fact' }>;
  onChange: (condition: RuleCondition) => void;
};

/** Which question, and which answer to it. */
export function FactFields({ path, condition, onChange }: Props) {
  const { t } = useTranslation();
  const questions = useQuestions(true).filter(({ kind }) => kind !== 'file');
  const asked = questions.find(({ id }) => id === condition.question);
  return (
    <div className={styles.line}>
      <NativeSelect
        aria-label={t('teamRules.question')}
        data-path={`${path}.question`}
        value={condition.question}
        onChange={(event) =>
          onChange({ field: 'fact', question: event.currentTarget.value, is: null })
        }
        data={[
          { value: '', label: t('teamRules.chooseQuestion') },
          ...questions.map(({ id, label }) => ({ value: id, label })),
        ]}
      />
      {asked && (
        <Answer
          path={`${path}.is`}
          question={asked}
          value={condition.is}
          onChange={(is) => onChange({ field: 'fact', question: asked.id, is })}
        />
      )}
    </div>
  );
}

type AnswerProps = {
  path: string;
  question: Questions[number];
  value: FactValue | null;
  onChange: (value: FactValue | null) => void;
};

/** The answer that is wanted; left empty: none was given. */
function Answer({ path, question, value, onChange }: AnswerProps) {
  const { t } = useTranslation();
  const none = { value: '', label: t('teamRules.noAnswer') };
  if (question.kind === 'yes_no' || question.options.length > 0) {
    const isChoice = question.options.length > 0;
    const several = question.kind === 'choices';
    const options = isChoice
      ? question.options
      : [
          { value: 'true', label: t('teamRules.yes') },
          { value: 'false', label: t('teamRules.no') },
        ];
    return (
      <NativeSelect
        aria-label={t('teamRules.answer')}
        data-path={path}
        value={String([value ?? ''].flat()[0] ?? '')}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (chosen === '') onChange(null);
          else if (!isChoice) onChange(chosen === 'true');
          else onChange(several ? [chosen] : chosen);
        }}
        data={[none, ...options]}
      />
    );
  }
  const isNumber = question.kind === 'number';
  return (
    <TextInput
      aria-label={t('teamRules.answer')}
      data-path={path}
      placeholder={t('teamRules.noAnswer')}
      type={isNumber ? 'number' : question.kind === 'date' ? 'date' : 'text'}
      value={value === null ? '' : String(value)}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        if (typed.trim() === '') onChange(null);
        else onChange(isNumber ? Number(typed) : typed);
      }}
    />
  );
}
