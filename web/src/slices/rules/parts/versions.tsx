import type { TeamRule } from '@baton/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import { useSaving } from '../../topics/use-saving.ts';
import { restoreRule } from '../doing.ts';
import { versionsQuery } from '../queries.ts';
import { RuleSentence } from './rule-sentence.tsx';
import styles from './rules.module.css';

/** How the rule was, who made it so, and when; any of it can be brought back. */
export function Versions({ rule }: { rule: TeamRule }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const versions = useQuery({ ...versionsQuery(rule.id), enabled: isOpen });
  const restoring = useSaving((version: number) => restoreRule(rule.id, version), 'rules');
  const error = versions.error ?? restoring.error;
  return (
    <details className={styles.versions} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('teamRules.versions.title', { count: rule.version })}</summary>
      {error && <ProblemNote error={error} />}
      <ol>
        {versions.data?.map((one) => (
          <li key={one.version}>
            <b>
              {one.version}. {one.name}
            </b>{' '}
            <small>
              {one.by?.name ?? t('teamRules.versions.program')} · <When at={one.at} sayToday />
              {!one.active && ` · ${t('teamRules.off')}`}
            </small>
            <RuleSentence rule={one} />
            {one.version !== rule.version && (
              <Button
                size="compact-sm"
                variant="default"
                loading={restoring.isPending}
                onClick={() => restoring.mutate(one.version)}
              >
                {t('teamRules.versions.restore')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
