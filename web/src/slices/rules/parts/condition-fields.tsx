import type { RuleCondition } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { blankCondition, fields } from '../draft.ts';
import { ConditionValue } from './condition-value.tsx';
import styles from './rules.module.css';

type Props = {
  /** Where it stands in the rule. */
  path: string;
  condition: RuleCondition;
  onChange: (condition: RuleCondition) => void;
  onRemove: () => void;
};

/** One condition: of what, whether it is to be so or not, and how. */
export function ConditionFields({ path, condition, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const { not } = condition;
  return (
    <div className={styles.item} role="group" aria-label={t(`teamRules.field.${condition.field}`)}>
      <div className={styles.line}>
        <NativeSelect
          aria-label={t('teamRules.condition')}
          data-path={path}
          value={condition.field}
          onChange={(event) => {
            const field = fields.find((one) => one === event.currentTarget.value);
            if (field) onChange({ ...blankCondition(field), not });
          }}
          data={fields.map((value) => ({ value, label: t(`teamRules.field.${value}`) }))}
        />
        <NativeSelect
          aria-label={t('teamRules.soOrNot')}
          data-path={`${path}.not`}
          value={not ? 'not' : 'so'}
          onChange={(event) =>
            onChange({ ...condition, not: event.currentTarget.value === 'not' || undefined })
          }
          data={[
            { value: 'so', label: t('teamRules.so') },
            { value: 'not', label: t('teamRules.not') },
          ]}
        />
        <Button
          size="compact-sm"
          variant="subtle"
          className={styles.remove}
          onClick={onRemove}
          aria-label={`${t('teamRules.remove')}: ${t(`teamRules.field.${condition.field}`)}`}
        >
          {t('teamRules.remove')}
        </Button>
      </div>
      <ConditionValue
        path={path}
        condition={condition}
        onChange={(value) => onChange(not ? { ...value, not } : value)}
      />
    </div>
  );
}
