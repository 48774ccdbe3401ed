import type { FactValue, Question } from '@baton/contract';
import { Checkbox, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import { useTranslation } from 'react-i18next';
import { labelOf } from '../../../../ui/label-of.ts';
import { ChoiceField, FileField } from './choice-field.tsx';
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
  const shared = {
    size: 'xs',
    label: labelOf(question.labels, i18n.language),
    withAsterisk: question.required && asked,
    ...(isMissing ? { 'data-missing': true } : {}),
    ...(asked ? {} : { description: t('facts.askedNoLonger') }),
  } as const;
  const choices = question.choices.map((choice) => ({
    value: choice.id,
    label: labelOf(choice.labels, i18n.language),
  }));
  const text = typeof value === 'string' ? value : '';
  switch (question.kind) {
    case 'choice':
      return <ChoiceField shared={shared} value={text} data={choices} onChange={onChange} />;
    case 'yes_no':
      return <YesNoField shared={shared} value={value} onChange={onChange} />;
    case 'file':
      return <FileField caseId={caseId} shared={shared} value={text} onChange={onChange} />;
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
    default:
      return (
        <WrittenField kind={question.kind} shared={shared} value={value} onChange={onChange} />
      );
  }
}

type FieldProps = Pick<Props, 'value' | 'onChange'> & { shared: object };

function YesNoField({ shared, value, onChange }: FieldProps) {
  const { t } = useTranslation();
  return (
    <ChoiceField
      shared={shared}
      value={typeof value === 'boolean' ? String(value) : ''}
      data={[
        { value: 'true', label: t('facts.yes') },
        { value: 'false', label: t('facts.no') },
      ]}
      onChange={(chosen) => onChange(chosen === null ? null : chosen === 'true')}
    />
  );
}

type WrittenProps = FieldProps & { kind: 'text' | 'number' | 'date' };

function WrittenField({ kind, shared, value, onChange }: WrittenProps) {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const keep = (written: string) => {
    if (written.trim() === '') onChange(null);
    else onChange(kind === 'number' ? Number(written) : written);
  };
  if (kind === 'text') {
    return (
      <Textarea
        {...shared}
        autosize
        maxRows={6}
        value={text}
        onChange={(event) => keep(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      type={kind}
      {...(kind === 'number' ? { step: 'any' } : {})}
      value={text}
      onChange={(event) => keep(event.currentTarget.value)}
    />
  );
}
