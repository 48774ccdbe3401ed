import type { RuleCondition } from '@baton/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Several } from '../../topics/parts/several.tsx';
import { type ListField, listFields, oneOf } from '../draft.ts';
import { FactFields } from './fact-fields.tsx';
import { LengthField } from './length-field.tsx';
import { LinesField } from './lines-field.tsx';
import styles from './rules.module.css';
import { useChoices } from './use-choices.ts';

type Props<C = RuleCondition> = {
  /** Where the condition stands in the rule. */
  path: string;
  condition: C;
  onChange: (condition: RuleCondition) => void;
};

const isList = (one: RuleCondition): one is Extract<RuleCondition, { field: ListField }> =>
  listFields.some((field) => field === one.field);

/** With what a condition compares; what is on a case or is not has nothing more to say. */
export function ConditionValue({ path, condition, onChange }: Props) {
  const { t } = useTranslation();
  if (isList(condition)) return <ListValue path={path} condition={condition} onChange={onChange} />;
  switch (condition.field) {
    case 'age':
      return (
        <div className={styles.line}>
          <span>{t('teamRules.atLeast', { what: '' })}</span>
          <LengthField
            label={t('teamRules.howLong')}
            path={`${path}.atLeast`}
            value={condition.atLeast}
            onChange={(atLeast) => onChange({ field: 'age', atLeast })}
          />
        </div>
      );
    case 'moves':
    case 'earlier_cases':
      return (
        <div className={styles.line}>
          <span>{t('teamRules.atLeast', { what: '' })}</span>
          <TextInput
            aria-label={t('teamRules.howMany')}
            data-path={`${path}.atLeast`}
            type="number"
            min={1}
            max={100_000}
            className={styles.number}
            value={condition.atLeast === 0 ? '' : condition.atLeast}
            onChange={(event) => {
              const { field } = condition;
              onChange({ field, atLeast: Math.trunc(event.currentTarget.valueAsNumber || 0) });
            }}
          />
        </div>
      );
    case 'fact':
      return <FactFields path={path} condition={condition} onChange={onChange} />;
    case 'words':
    case 'customer_name':
    case 'customer_address':
      return <WordsValue path={path} condition={condition} onChange={onChange} />;
    default:
      return null;
  }
}

function ListValue({
  path,
  condition,
  onChange,
}: Props<Extract<RuleCondition, { field: ListField }>>) {
  const { t } = useTranslation();
  const { lists } = useChoices();
  const { field } = condition;
  const options = lists[field];
  const chosen = condition.in.map((value) => String(value ?? ''));
  const gone = chosen.filter((value) => !options.some((one) => one.value === value));
  return (
    <div className={styles.choices}>
      <Several
        legend={t('teamRules.oneOf')}
        path={`${path}.in`}
        options={[...options, ...gone.map((value) => ({ value, label: t('teamRules.gone') }))]}
        chosen={chosen}
        onChange={(values) => onChange(oneOf(field, values))}
      />
    </div>
  );
}

type OfWords = Extract<
  RuleCondition,
  { field: 'words' | 'customer_name' } | { field: 'customer_address' }
>;

function WordsValue({ path, condition, onChange }: Props<OfWords>) {
  const { t } = useTranslation();
  if (condition.field === 'customer_address') {
    return (
      <LinesField
        label={t('teamRules.addresses')}
        path={`${path}.in`}
        hint={t('teamRules.addressesHint')}
        lines={condition.in}
        onChange={(lines) => onChange({ field: 'customer_address', in: lines })}
      />
    );
  }
  return (
    <>
      <LinesField
        label={t('teamRules.words')}
        path={`${path}.words`}
        hint={t('teamRules.wordsHint')}
        lines={condition.words}
        onChange={(words) => onChange({ ...condition, words })}
      />
      {condition.field === 'words' && (
        <NativeSelect
          label={t('teamRules.place')}
          data-path={`${path}.place`}
          value={condition.place}
          onChange={(event) => {
            const place = places.find((one) => one === event.currentTarget.value) ?? 'both';
            onChange({ ...condition, place });
          }}
          data={places.map((value) => ({ value, label: t(`teamRules.places.${value}`) }))}
        />
      )}
    </>
  );
}

const places = ['both', 'subject', 'text'] as const;
