import type { TeamRule } from '@baton/contract';
import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { SureButton } from '../../../ui/sure-button.tsx';
import { useSaving } from '../../topics/use-saving.ts';
import { changeRule, createRule, removeRule, type RuleInput } from '../doing.ts';
import { draftOf, inputOf, type RuleDraft } from '../draft.ts';
import { ActsEditor } from './acts-editor.tsx';
import { ConditionsEditor } from './conditions-editor.tsx';
import { DryRun } from './dry-run.tsx';
import styles from './rules.module.css';
import { useScopes } from './use-scopes.ts';
import { Versions } from './versions.tsx';
import { WhenFields } from './when-fields.tsx';

type Props = { rule: TeamRule | null; onDone: () => void };

/** A rule as a sentence to be filled in, with what it would have done and how it was. */
export function RuleForm({ rule, onDone }: Props) {
  const { t } = useTranslation();
  const scopes = useScopes(rule);
  const [draft, setDraft] = useState<RuleDraft | null>(null);
  const now = draft ?? draftOf(rule, scopes[0]?.value ?? '');
  const set = (change: Partial<RuleDraft>) => setDraft({ ...now, ...change });
  const input = inputOf(now);
  const saving = useSaving(
    (said: RuleInput) => (rule ? changeRule(rule.id, said, rule.version) : createRule(said)),
    'rules',
    onDone,
  );
  const removing = useSaving(() => removeRule(rule?.id ?? ''), 'rules', onDone);
  const error = saving.error ?? removing.error;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (input && !saving.isPending) saving.mutate(input);
      }}
    >
      <Heading draft={now} scopes={scopes} onChange={set} />
      <WhenFields when={now.when} onChange={(when) => set({ when })} />
      <ConditionsEditor match={now.match} of={now.of} onChange={set} />
      <ActsEditor acts={now.acts} onChange={(acts) => set({ acts })} />
      {error && <ProblemNote error={error} />}
      <footer>
        <Button type="submit" disabled={!input} loading={saving.isPending}>
          {t('teamRules.keep')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
        {rule && (
          <SureButton
            name={t('teamRules.delete')}
            sure={t('topics.reallyDelete')}
            loading={removing.isPending}
            onSure={() => removing.mutate()}
          />
        )}
        {!input && <span className={styles.hint}>{t('teamRules.incomplete')}</span>}
      </footer>
      <DryRun input={input} />
      {rule && <Versions rule={rule} />}
    </form>
  );
}

type HeadingProps = {
  draft: RuleDraft;
  scopes: { value: string; label: string }[];
  onChange: (change: Partial<RuleDraft>) => void;
};

/** What it is called, for whose cases it is, and whether it is in force. */
function Heading({ draft, scopes, onChange }: HeadingProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.fields}>
      <TextInput
        label={t('teamRules.name')}
        data-path="name"
        required
        withAsterisk={false}
        maxLength={100}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('teamRules.scope')}
        data-path="team"
        value={draft.team}
        onChange={(event) => onChange({ team: event.currentTarget.value })}
        data={scopes}
      />
      <Switch
        label={t('teamRules.active')}
        data-path="active"
        checked={draft.active}
        onChange={(event) => onChange({ active: event.currentTarget.checked })}
      />
    </div>
  );
}
