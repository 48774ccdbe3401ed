import { knownBlanks, type Template } from '@baton/contract';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { useViewer } from '../../../ui/viewer.tsx';
import styles from '../../topics/parts/topics.module.css';
import { useSaving } from '../../topics/use-saving.ts';
import { changeTemplate, createTemplate, type TemplateGiven } from '../queries.ts';
import { TemplateFor } from './template-for.tsx';
import { TemplatePreview } from './template-preview.tsx';

type Props = {
  template: Template | null;
  /** A new one that begins as a copy of this one. */
  like: Template | null;
  onDone: () => void;
};

const blanks = knownBlanks.map((blank) => `{{${blank}}}`).join(' ');

/** A template: what it is called, what it says, for whose cases, and how it looks in one of them. */
export function TemplateForm({ template, like, onDone }: Props) {
  const { t } = useTranslation();
  const { language } = useViewer();
  const [given, setGiven] = useState(() => givenOf(template ?? like, language));
  const set = (part: Partial<TemplateGiven>) => setGiven((before) => ({ ...before, ...part }));
  const keep = () =>
    template ? changeTemplate(template.id, template.version, given) : createTemplate(given);
  const saving = useSaving(keep, 'templates', onDone);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <TextInput
        label={t('templates.name')}
        data-path="name"
        autoFocus
        required
        withAsterisk={false}
        maxLength={100}
        value={given.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Textarea
        label={t('templates.text')}
        data-path="text"
        description={`${t('templates.textHow')} ${blanks}`}
        required
        withAsterisk={false}
        autosize
        minRows={6}
        maxRows={20}
        maxLength={20_000}
        value={given.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <TemplateFor given={given} set={set} />
      <TemplatePreview text={given.text} />
      {saving.error && <ProblemNote error={saving.error} kept={t('templates.kept')} />}
      <footer>
        <Button type="submit" loading={saving.isPending}>
          {t('templates.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
      </footer>
    </form>
  );
}

function givenOf(template: Template | null, language: TemplateGiven['language']): TemplateGiven {
  return {
    name: template?.name ?? '',
    text: template?.text ?? '',
    language: template?.language ?? language,
    team: template?.team?.id ?? null,
    topic: template?.topic?.id ?? null,
    brand: template?.brand?.id ?? null,
  };
}
