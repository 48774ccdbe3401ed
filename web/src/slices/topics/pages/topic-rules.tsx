import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { goThen } from '../../../ui/unsaved/unsaved.ts';
import { RuleForm } from '../parts/rule-form.tsx';
import { RuleRow } from '../parts/rule-row.tsx';
import styles from '../parts/topics.module.css';
import { TryOut } from '../parts/try-out.tsx';
import { topicRulesQuery } from '../queries.ts';

/** The rules by which a new case gets its topic, in their order, and a place to try them. */
export function TopicRules() {
  const { t } = useTranslation();
  const rules = useQuery(topicRulesQuery);
  const [open, setOpen] = useState<string | null>(null);
  const all = rules.data ?? [];
  return (
    <Page title={t('rules.title')} back="/settings">
      <p className={styles.intro}>{t('rules.intro')}</p>
      {rules.error && <ProblemNote error={rules.error} onAgain={() => void rules.refetch()} />}
      {rules.data?.length === 0 && <p className={styles.none}>{t('rules.none')}</p>}
      <ol className={styles.rules}>
        {all.map((rule, place) => (
          <li key={rule.id}>
            <RuleRow
              rule={rule}
              place={place}
              isLast={place === all.length - 1}
              onOpen={() => goThen(() => setOpen(open === rule.id ? null : rule.id))}
            />
            {open === rule.id && <RuleForm rule={rule} onDone={() => setOpen(null)} />}
          </li>
        ))}
      </ol>
      {open === 'new' ? (
        <RuleForm rule={null} onDone={() => setOpen(null)} />
      ) : (
        <Button variant="default" onClick={() => goThen(() => setOpen('new'))}>
          {t('rules.add')}
        </Button>
      )}
      <TryOut />
    </Page>
  );
}
