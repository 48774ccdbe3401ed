import { languages, type RuleConditions, type TopicRule } from '@baton/contract';
import { Button, NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { useTopicChoices } from '../../people/use-topic-choices.ts';
import { languageNames } from '../../../words/index.ts';
import { changeRule, createRule, deleteRule } from '../doing.ts';
import { useSaving } from '../use-saving.ts';
import { ChannelChoice } from './channel-choice.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import { linesOf } from './lines-of.ts';
import styles from './topics.module.css';

type Props = { rule: TopicRule | null; onDone: () => void };

/** A rule: all that it asks for must fit, and of each any one. */
export function RuleForm({ rule, onDone }: Props) {
  const { t } = useTranslation();
  const was = rule?.conditions ?? {};
  const [name, setName] = useState(rule?.name ?? '');
  const [topic, setTopic] = useState(rule?.topic.id ?? '');
  const [active, setActive] = useState(rule?.active ?? true);
  const [words, setWords] = useState((was.words ?? []).join('\n'));
  const [wordsIn, setWordsIn] = useState<string>(was.wordsIn ?? '');
  const [recipients, setRecipients] = useState((was.recipients ?? []).join('\n'));
  const [spoken, setSpoken] = useState(was.languages ?? []);
  const [channels, setChannels] = useState(was.channels ?? []);
  const conditions = conditionsOf({ words, wordsIn, recipients, spoken, channels });
  const input = { name, topic, active, conditions };
  const saving = useSaving<unknown>(
    () => (rule ? changeRule(rule.id, input) : createRule(input)),
    'topic-rules',
    onDone,
  );
  const deleting = useSaving(() => deleteRule(rule?.id ?? ''), 'topic-rules', onDone);
  const topics = useTopicChoices(topic);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <TextInput
        label={t('rules.name')}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('rules.topic')}
        required
        value={topic}
        onChange={(event) => setTopic(event.currentTarget.value)}
        data={[{ value: '', label: t('rules.chooseTopic') }, ...topics]}
      />
      <Textarea
        label={t('rules.words')}
        description={t('rules.wordsHint')}
        autosize
        minRows={2}
        maxRows={8}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('rules.wordsIn')}
        value={wordsIn}
        onChange={(event) => setWordsIn(event.currentTarget.value)}
        data={[
          { value: '', label: t('rules.both') },
          { value: 'subject', label: t('rules.subject') },
          { value: 'text', label: t('rules.text') },
        ]}
      />
      <Textarea
        label={t('rules.recipients')}
        description={t('rules.recipientsHint')}
        autosize
        maxRows={6}
        value={recipients}
        onChange={(event) => setRecipients(event.currentTarget.value)}
      />
      <ChannelChoice chosen={channels} onChange={setChannels} />
      <fieldset className={styles.several}>
        <legend>{t('rules.languages')}</legend>
        {languages.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={spoken.includes(one)}
              onChange={() =>
                setSpoken(
                  spoken.includes(one) ? spoken.filter((other) => other !== one) : [...spoken, one],
                )
              }
            />
            {languageNames[one]}
          </label>
        ))}
      </fieldset>
      <Switch
        label={t('rules.active')}
        checked={active}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
      {(saving.error ?? deleting.error) && <ProblemNote error={saving.error ?? deleting.error} />}
      <footer>
        <Button
          type="submit"
          disabled={topic === '' || Object.keys(conditions).length === 0}
          loading={saving.isPending}
        >
          {t('rules.keep')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
        {rule && (
          <ConfirmButton
            name={t('rules.delete')}
            loading={deleting.isPending}
            onConfirm={() => deleting.mutate()}
          />
        )}
      </footer>
    </form>
  );
}

type Written = {
  words: string;
  wordsIn: string;
  recipients: string;
  spoken: NonNullable<RuleConditions['languages']>;
  channels: string[];
};

function conditionsOf({ words, wordsIn, recipients, spoken, channels }: Written): RuleConditions {
  const sought = linesOf(words);
  const addresses = linesOf(recipients);
  return {
    ...(sought.length > 0 ? { words: sought } : {}),
    ...(sought.length > 0 && (wordsIn === 'subject' || wordsIn === 'text') ? { wordsIn } : {}),
    ...(addresses.length > 0 ? { recipients: addresses } : {}),
    ...(spoken.length > 0 ? { languages: spoken } : {}),
    ...(channels.length > 0 ? { channels } : {}),
  };
}
