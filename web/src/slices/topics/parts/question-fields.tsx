import { questionKinds } from '@baton/contract';
import { Button, NativeSelect, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftQuestion } from '../doing.ts';
import { ChoicesField } from './choices-field.tsx';
import { LabelsField } from './labels-field.tsx';
import { MoveButtons } from './move-buttons.tsx';
import styles from './topics.module.css';

type Props = {
  /** Where it stands in what is sent. */
  path: string;
  question: DraftQuestion;
  isFirst: boolean;
  isLast: boolean;
  onChange: (question: DraftQuestion) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

const takesChoices = (kind: string) => kind === 'choice' || kind === 'choices';

/** One question: its words, what kind of answer it takes, and its place among the others. */
export function QuestionFields({ path, question, onChange, onRemove, ...place }: Props) {
  const { t } = useTranslation();
  const { kind, choices } = question;
  return (
    <div className={styles.question}>
      <LabelsField
        path={`${path}.labels`}
        label={t('topics.question')}
        value={question.labels}
        onChange={(labels) => onChange({ ...question, labels })}
      />
      <div className={styles.row}>
        <NativeSelect
          label={t('topics.kind')}
          data-path={`${path}.kind`}
          value={kind}
          disabled={question.id !== undefined}
          onChange={(event) => onChange(ofKind(question, event.currentTarget.value))}
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
      {takesChoices(kind) && (
        <ChoicesField
          path={`${path}.choices`}
          choices={choices}
          onChange={(next) => onChange({ ...question, choices: next })}
        />
      )}
    </div>
  );
}

/** The same question with another kind of answer; a choice has two at least. */
function ofKind(question: DraftQuestion, value: string): DraftQuestion {
  const kind = questionKinds.find((one) => one === value) ?? question.kind;
  const { choices } = question;
  if (!takesChoices(kind)) return { ...question, kind, choices: [] };
  return { ...question, kind, choices: choices.length > 0 ? choices : [blank, blank] };
}

const blank = { labels: {} };
