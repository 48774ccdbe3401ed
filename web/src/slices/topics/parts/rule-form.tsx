import type { TopicRule } from '@baton/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { SureButton } from '../../../ui/sure-button.tsx';
import { changeRule, createRule, deleteRule } from '../doing.ts';
import { useSaving } from '../use-saving.ts';
import { draftOf, ruleOf } from './rule-draft.ts';
import { RuleFields } from './rule-fields.tsx';
import styles from './topics.module.css';

type Props = { rule: TopicRule | null; onDone: () => void };

/** A rule: all that it asks for must fit, and of each any one. */
export function RuleForm({ rule, onDone }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftOf(rule));
  const input = ruleOf(draft);
  const isReady = input.topic !== '' && Object.keys(input.conditions).length > 0;
  const saving = useSaving<unknown>(
    () => (rule ? changeRule(rule.id, input) : createRule(input)),
    'topic-rules',
    onDone,
  );
  const deleting = useSaving(() => deleteRule(rule?.id ?? ''), 'topic-rules', onDone);
  const error = saving.error ?? deleting.error;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !saving.isPending) saving.mutate();
      }}
    >
      <RuleFields
        draft={draft}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
      />
      {error && <ProblemNote error={error} />}
      <footer>
        <Button type="submit" disabled={!isReady} loading={saving.isPending}>
          {t('rules.keep')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
        {rule && (
          <SureButton
            name={t('rules.delete')}
            sure={t('topics.reallyDelete')}
            loading={deleting.isPending}
            onSure={() => deleting.mutate()}
          />
        )}
      </footer>
    </form>
  );
}
