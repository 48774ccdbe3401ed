import type { Template } from '@baton/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { goThen } from '../../../ui/unsaved/unsaved.ts';
import { languageNames } from '../../../words/index.ts';
import styles from '../../topics/parts/topics.module.css';
import { useSaving } from '../../topics/use-saving.ts';
import { removeTemplate } from '../queries.ts';
import { TemplateForm } from './template-form.tsx';

type Props = { template: Template; onCopy: () => void; onRemoved: () => void };

/** One template: for what, how often it was used, and how often with no word of one's own. */
export function TemplateRow({ template, onCopy, onRemoved }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const removing = useSaving(() => removeTemplate(template.id), 'templates', onRemoved);
  const { name, language, team, topic, brand, used, unchanged } = template;
  const about = [
    languageNames[language],
    ...[team, topic, brand].flatMap((one) => one?.name ?? []),
    t('templates.used', { count: used }),
    ...(unchanged > 0 ? [t('templates.unchanged', { count: unchanged })] : []),
  ];
  return (
    <>
      <div className={styles.rule}>
        <div>
          {name} <small>{about.join(' · ')}</small>
        </div>
        <div className={styles.row}>
          <Button
            variant="default"
            aria-expanded={editing}
            onClick={({ currentTarget }) =>
              goThen(() => setEditing(!editing), currentTarget.closest('li'))
            }
          >
            {t('templates.edit')}
          </Button>
          <Button variant="default" onClick={onCopy}>
            {t('templates.copy')}
          </Button>
          <Button variant="default" loading={removing.isPending} onClick={() => removing.mutate()}>
            {t('templates.remove')}
          </Button>
        </div>
      </div>
      {removing.error && <ProblemNote error={removing.error} />}
      {editing && <TemplateForm template={template} like={null} onDone={() => setEditing(false)} />}
    </>
  );
}
