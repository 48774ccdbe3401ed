import { languages, type RuleTrial } from '@baton/contract';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { languageNames } from '../../../words/index.ts';
import { tryRules } from '../doing.ts';
import styles from './topics.module.css';

/** A message as it could come: which topic it would get, and why. */
export function TryOut() {
  const { t } = useTranslation();
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [recipient, setRecipient] = useState('');
  const [language, setLanguage] = useState('');
  const spoken = languages.find((one) => one === language);
  const trying = useMutation({
    mutationFn: () =>
      tryRules({
        subject,
        text,
        ...(recipient.trim() === '' ? {} : { recipient }),
        ...(spoken ? { language: spoken } : {}),
      }),
  });
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
        <TextInput
          label={t('rules.subject')}
          maxLength={500}
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        <Textarea
          label={t('rules.text')}
          autosize
          minRows={3}
          maxRows={12}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput
          label={t('rules.to')}
          maxLength={254}
          value={recipient}
          onChange={(event) => setRecipient(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('rules.writtenIn')}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
          data={[
            { value: '', label: t('rules.anyLanguage') },
            ...languages.map((value) => ({ value, label: languageNames[value] })),
          ]}
        />
        {trying.error && <ProblemNote error={trying.error} />}
        <footer>
          <Button type="submit" variant="default" loading={trying.isPending}>
            {t('rules.try')}
          </Button>
        </footer>
      </form>
      <div role="status">{trying.data && <Result trial={trying.data} />}</div>
    </section>
  );
}

function Result({ trial }: { trial: RuleTrial }) {
  const { t } = useTranslation();
  return (
    <div className={styles.result}>
      <b>{trial.topic ? t('rules.gets', { topic: trial.topic.name }) : t('rules.getsNone')}</b>
      <ul>
        {trial.rules.map((rule) => (
          <li key={rule.id} data-fits={rule.fits}>
            {rule.fits ? '✓' : '✗'} {rule.name}
            <small>{rule.checks.map((check) => wordsOf(check)).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </div>
  );

  function wordsOf({ condition, fits, found }: RuleTrial['rules'][number]['checks'][number]) {
    const name = t(`rules.condition.${condition}`);
    if (!fits) return t('rules.missing', { name });
    return condition === 'channels' ? name : t('rules.found', { name, found: found ?? '' });
  }
}
