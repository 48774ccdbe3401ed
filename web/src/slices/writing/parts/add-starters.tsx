import { languages, type Language, type Template } from '@baton/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { useViewer } from '../../../ui/viewer.tsx';
import { languageNames } from '../../../words/index.ts';
import { Several } from '../../topics/parts/several.tsx';
import styles from '../../topics/parts/topics.module.css';
import { useSaving } from '../../topics/use-saving.ts';
import { addStarters } from '../queries.ts';

/** The library that Baton brings along, as long as there is a language in which it is not there. */
export function AddStarters({ templates }: { templates: Template[] }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [chosen, setChosen] = useState<Language[]>([viewer.language]);
  const saving = useSaving(() => addStarters(chosen), 'templates');
  const there = new Set(templates.filter((one) => one.starter !== null).map((one) => one.language));
  if (languages.every((one) => there.has(one))) return null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <h2 className={styles.heading}>{t('templates.library')}</h2>
      <p className={styles.intro}>{t('templates.libraryHow')}</p>
      <Several
        legend={t('templates.languages')}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        chosen={chosen}
        onChange={setChosen}
      />
      {saving.error && <ProblemNote error={saving.error} />}
      <footer>
        <Button
          type="submit"
          variant="default"
          disabled={chosen.length === 0}
          loading={saving.isPending}
        >
          {t('templates.addLibrary')}
        </Button>
        <span role="status">
          {saving.data && t('templates.added', { count: saving.data.added })}
        </span>
      </footer>
    </form>
  );
}
