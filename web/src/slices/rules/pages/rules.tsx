import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { goThen } from '../../../ui/unsaved/unsaved.ts';
import { RuleForm } from '../parts/rule-form.tsx';
import { RuleRow } from '../parts/rule-row.tsx';
import styles from '../parts/rules.module.css';
import { rulesQuery } from '../queries.ts';

/** The rules that teams wrote, in the order in which they act; each opens to be changed. */
export function Rules() {
  const { t } = useTranslation();
  const rules = useQuery(rulesQuery);
  const [open, setOpen] = useState<string | null>(null);
  const all = rules.data ?? [];
  return (
    <Page title={t('teamRules.title')} back="/settings">
      <p className={styles.intro}>{t('teamRules.intro')}</p>
      {rules.error && <ProblemNote error={rules.error} onAgain={() => void rules.refetch()} />}
      {rules.data?.length === 0 && open !== 'new' && (
        <p className={styles.intro}>{t('teamRules.empty')}</p>
      )}
      <ol className={styles.rules}>
        {all.map((rule, place) => (
          <li key={rule.id}>
            <RuleRow
              rule={rule}
              place={place}
              isLast={place === all.length - 1}
              isOpen={open === rule.id}
              onOpen={() => goThen(() => setOpen(open === rule.id ? null : rule.id))}
            />
            {open === rule.id && (
              <RuleForm key={rule.version} rule={rule} onDone={() => setOpen(null)} />
            )}
          </li>
        ))}
      </ol>
      {open === 'new' ? (
        <section className={styles.new} aria-label={t('teamRules.add')}>
          <RuleForm rule={null} onDone={() => setOpen(null)} />
        </section>
      ) : (
        <Button variant="default" onClick={() => goThen(() => setOpen('new'))}>
          {t('teamRules.add')}
        </Button>
      )}
    </Page>
  );
}
