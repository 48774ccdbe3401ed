import type { Template } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { goThen } from '../../../ui/unsaved/unsaved.ts';
import styles from '../../topics/parts/topics.module.css';
import { useSaving } from '../../topics/use-saving.ts';
import { searched } from '../fit.ts';
import { AddStarters } from '../parts/add-starters.tsx';
import { TemplateForm } from '../parts/template-form.tsx';
import { TemplateRow } from '../parts/template-row.tsx';
import { restoreTemplate, templatesQuery } from '../queries.ts';

/** Replies to begin with: found by their words, the most used first. */
export function Templates() {
  const { t } = useTranslation();
  const templates = useQuery(templatesQuery);
  const [query, setQuery] = useState('');
  const [adding, setAdding] = useState<Template | 'new' | null>(null);
  const [removed, setRemoved] = useState<Template | null>(null);
  const found = searched(templates.data ?? [], query);
  return (
    <Page title={t('templates.title')} back="/settings">
      <p className={styles.intro}>{t('templates.intro')}</p>
      {templates.error && (
        <ProblemNote error={templates.error} onAgain={() => void templates.refetch()} />
      )}
      <div className={styles.form}>
        {(templates.data?.length ?? 0) > 0 && (
          <TextInput
            label={t('templates.search')}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        )}
        {adding === null && (
          <footer>
            <Button variant="default" onClick={() => setAdding('new')}>
              {t('templates.add')}
            </Button>
          </footer>
        )}
      </div>
      {adding !== null && (
        <TemplateForm
          template={null}
          like={adding === 'new' ? null : adding}
          onDone={() => setAdding(null)}
        />
      )}
      {removed && <Removed template={removed} onDone={() => setRemoved(null)} />}
      {templates.data && found.length === 0 && (
        <p className={styles.none}>
          {t(templates.data.length === 0 ? 'templates.none' : 'templates.noneFound')}
        </p>
      )}
      <ul className={styles.rules}>
        {found.map((template) => (
          <li key={template.id}>
            <TemplateRow
              template={template}
              onCopy={() => goThen(() => setAdding(template))}
              onRemoved={() => setRemoved(template)}
            />
          </li>
        ))}
      </ul>
      {templates.data && <AddStarters templates={templates.data} />}
    </Page>
  );
}

/** What was taken away can be brought back, until one leaves the page. */
function Removed({ template, onDone }: { template: Template; onDone: () => void }) {
  const { t } = useTranslation();
  const restoring = useSaving(() => restoreTemplate(template.id), 'templates', onDone);
  return (
    <div className={styles.result} role="status">
      {t('templates.removed', { name: template.name })}{' '}
      <Button
        variant="subtle"
        autoFocus
        loading={restoring.isPending}
        onClick={() => restoring.mutate()}
      >
        {t('templates.undo')}
      </Button>
      {restoring.error && <ProblemNote error={restoring.error} />}
    </div>
  );
}
