import type { FactValue, Question } from '@baton/contract';
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import '@mantine/core/styles/Checkbox.css';
import { labelOf } from '../../../../ui/label-of.ts';
import { messagesQuery } from '../../queries.ts';
import styles from './facts.module.css';

type Props = {
  caseId: string;
  question: Question;
  /** Whether the topic of the case asks it now. */
  asked: boolean;
  isMissing: boolean;
  value: FactValue | null;
  onChange: (value: FactValue | null) => void;
};

/** One question with its answer, by the keyboard alone if one likes. */
export function FactField({ caseId, question, asked, isMissing, value, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const label = labelOf(question.labels, i18n.language);
  const shared = {
    size: 'xs',
    label,
    withAsterisk: question.required && asked,
    ...(isMissing ? { 'data-missing': true } : {}),
    ...(asked ? {} : { description: t('facts.askedNoLonger') }),
  } as const;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const orNull = (written: string) => (written.trim() === '' ? null : written);
  const choices = question.choices.map((choice) => ({
    value: choice.id,
    label: labelOf(choice.labels, i18n.language),
  }));
  switch (question.kind) {
    case 'text':
      return (
        <Textarea
          {...shared}
          autosize
          maxRows={6}
          value={text}
          onChange={(event) => onChange(orNull(event.currentTarget.value))}
        />
      );
    case 'number':
      return (
        <TextInput
          {...shared}
          type="number"
          step="any"
          value={text}
          onChange={({ currentTarget: { value: written } }) =>
            onChange(written === '' ? null : Number(written))
          }
        />
      );
    case 'date':
      return (
        <TextInput
          {...shared}
          type="date"
          value={text}
          onChange={(event) => onChange(orNull(event.currentTarget.value))}
        />
      );
    case 'choice':
      return <Choice shared={shared} value={text} data={choices} onChange={onChange} />;
    case 'yes_no':
      return (
        <Choice
          shared={shared}
          value={typeof value === 'boolean' ? String(value) : ''}
          data={[
            { value: 'true', label: t('facts.yes') },
            { value: 'false', label: t('facts.no') },
          ]}
          onChange={(chosen) => onChange(chosen === null ? null : chosen === 'true')}
        />
      );
    case 'choices':
      return (
        <Checkbox.Group
          {...shared}
          value={Array.isArray(value) ? value : []}
          onChange={(chosen) => onChange(chosen.length === 0 ? null : chosen)}
        >
          {choices.map((choice) => (
            <Checkbox key={choice.value} size="xs" className={styles.choice} {...choice} />
          ))}
        </Checkbox.Group>
      );
    case 'file':
      return <FileChoice caseId={caseId} shared={shared} value={text} onChange={onChange} />;
  }
}

type ChoiceProps = {
  shared: object;
  value: string;
  data: { value: string; label: string }[];
  onChange: (value: string | null) => void;
};

function Choice({ shared, value, data, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      {...shared}
      value={value}
      data={[{ value: '', label: t('facts.notKnown') }, ...data]}
      onChange={({ currentTarget: { value: chosen } }) => onChange(chosen === '' ? null : chosen)}
    />
  );
}

/** Among the files that messages of the case carry. */
function FileChoice({ caseId, ...rest }: Omit<ChoiceProps, 'data'> & { caseId: string }) {
  const { data: messages = [] } = useQuery(messagesQuery(caseId));
  const files = messages.flatMap((message) => message.files);
  return <Choice {...rest} data={files.map(({ id, name }) => ({ value: id, label: name }))} />;
}
