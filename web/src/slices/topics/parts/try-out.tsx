import { languages } from '@baton/contract';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { languageNames } from '../../../words/index.ts';
import { tryRules } from '../doing.ts';
import styles from './topics.module.css';
import { TrialResult } from './trial-result.tsx';

const blank = { subject: '', text: '', recipient: '', language: '' };
type Letter = typeof blank;

/** A message as it could come: which topic it would get, and why. */
export function TryOut() {
  const { t } = useTranslation();
  const [letter, setLetter] = useState(blank);
  const trying = useMutation({ mutationFn: () => tryRules(trialOf(letter)) });
  return (
    <section>
      <h2 className={styles.heading}>{t('rules.tryOut')}</h2>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          trying.mutate();
        }}
      >
        <LetterFields
          letter={letter}
          onChange={(change) => setLetter((before) => ({ ...before, ...change }))}
        />
        {trying.error && <ProblemNote error={trying.error} />}
        <footer>
          <Button type="submit" variant="default" loading={trying.isPending}>
            {t('rules.try')}
          </Button>
        </footer>
      </form>
      <div role="status">{trying.data && <TrialResult trial={trying.data} />}</div>
    </section>
  );
}

type FieldsProps = { letter: Letter; onChange: (change: Partial<Letter>) => void };

function LetterFields({ letter, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('rules.subject')}
        data-path="subject"
        maxLength={500}
        value={letter.subject}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={t('rules.text')}
        data-path="text"
        autosize
        minRows={3}
        maxRows={12}
        value={letter.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <TextInput
        label={t('rules.to')}
        data-path="recipient"
        maxLength={254}
        value={letter.recipient}
        onChange={(event) => onChange({ recipient: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('rules.writtenIn')}
        data-path="language"
        value={letter.language}
        onChange={(event) => onChange({ language: event.currentTarget.value })}
        data={[
          { value: '', label: t('rules.anyLanguage') },
          ...languages.map((value) => ({ value, label: languageNames[value] })),
        ]}
      />
    </>
  );
}

function trialOf({ subject, text, recipient, language }: Letter) {
  const spoken = languages.find((one) => one === language);
  return {
    subject,
    text,
    ...(recipient.trim() === '' ? {} : { recipient: recipient.trim() }),
    ...(spoken ? { language: spoken } : {}),
  };
}
