import type { RuleCondition } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  blankCondition,
  type GroupDraft,
  isGroup,
  type Keyed,
  keyed,
  type Match,
  type RuleDraft,
} from '../draft.ts';
import { ConditionFields } from './condition-fields.tsx';
import styles from './rules.module.css';

type Props = Pick<RuleDraft, 'match' | 'of'> & {
  onChange: (change: Partial<Pick<RuleDraft, 'match' | 'of'>>) => void;
};

/** What is to be so of the case: conditions, and groups of them. */
export function ConditionsEditor({ match, of, onChange }: Props) {
  const { t } = useTranslation();
  const put = (place: number, value: RuleCondition | GroupDraft) =>
    onChange({ of: of.with(place, { ...of[place]!, value }) });
  const take = (key: string) => onChange({ of: of.filter((one) => one.key !== key) });
  return (
    <fieldset className={styles.part}>
      <legend>{t('teamRules.if')}</legend>
      {of.length === 0 && <p className={styles.hint}>{t('teamRules.always')}</p>}
      {of.length > 1 && (
        <MatchField path="if" match={match} onChange={(one) => onChange({ match: one })} />
      )}
      {of.map(({ key, value }, place) =>
        isGroup(value) ? (
          <Group
            key={key}
            path={`if.of.${place}`}
            group={value}
            onChange={(group) => put(place, group)}
            onRemove={() => take(key)}
          />
        ) : (
          <ConditionFields
            key={key}
            path={`if.of.${place}`}
            condition={value}
            onChange={(condition) => put(place, condition)}
            onRemove={() => take(key)}
          />
        ),
      )}
      <div className={styles.line}>
        <AddButton onAdd={() => onChange({ of: [...of, keyed(blankCondition('words'))] })} />
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onChange({ of: [...of, keyed(blankGroup())] })}
        >
          {t('teamRules.addGroup')}
        </Button>
      </div>
    </fieldset>
  );
}

const blankGroup = (): GroupDraft => ({ match: 'any', of: [keyed(blankCondition('words'))] });

type GroupProps = {
  path: string;
  group: GroupDraft;
  onChange: (group: GroupDraft) => void;
  onRemove: () => void;
};

/** Conditions of which all or any are to be so; without one it is gone. */
function Group({ path, group, onChange, onRemove }: GroupProps) {
  const put = (of: Keyed<RuleCondition>[]) =>
    of.length === 0 ? onRemove() : onChange({ ...group, of });
  return (
    <div className={styles.group}>
      <MatchField
        path={path}
        match={group.match}
        onChange={(match) => onChange({ ...group, match })}
      />
      {group.of.map(({ key, value }, place) => (
        <ConditionFields
          key={key}
          path={`${path}.of.${place}`}
          condition={value}
          onChange={(one) => put(group.of.with(place, { key, value: one }))}
          onRemove={() => put(group.of.filter((one) => one.key !== key))}
        />
      ))}
      <AddButton onAdd={() => put([...group.of, keyed(blankCondition('words'))])} />
    </div>
  );
}

type MatchProps = { path: string; match: Match; onChange: (match: Match) => void };

function MatchField({ path, match, onChange }: MatchProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      aria-label={t('teamRules.howMany')}
      data-path={`${path}.match`}
      value={match}
      onChange={(event) => onChange(event.currentTarget.value === 'any' ? 'any' : 'all')}
      data={(['all', 'any'] as const).map((value) => ({
        value,
        label: t(`teamRules.match.${value}`),
      }))}
    />
  );
}

function AddButton({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation();
  return (
    <Button size="compact-sm" variant="default" onClick={onAdd}>
      {t('teamRules.addCondition')}
    </Button>
  );
}
