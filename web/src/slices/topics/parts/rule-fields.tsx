import { languages } from '@baton/contract';
import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../../words/index.ts';
import { useTopicChoices } from '../../people/use-topic-choices.ts';
import { ChannelChoice } from './channel-choice.tsx';
import type { RuleDraft } from './rule-draft.ts';
import { Several } from './several.tsx';

type Props = { draft: RuleDraft; onChange: (change: Partial<RuleDraft>) => void };

/** What a rule is called, which topic it gives, and what it looks for. */
export function RuleFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const topics = useTopicChoices(draft.topic);
  return (
    <>
      <TextInput
        label={t('rules.name')}
        data-path="name"
        required
        maxLength={100}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('rules.topic')}
        data-path="topic"
        required
        value={draft.topic}
        onChange={(event) => onChange({ topic: event.currentTarget.value })}
        data={[{ value: '', label: t('rules.chooseTopic') }, ...topics]}
      />
      <WordFields draft={draft} onChange={onChange} />
      <Textarea
        label={t('rules.recipients')}
        data-path="conditions.recipients"
        description={t('rules.recipientsHint')}
        autosize
        maxRows={6}
        value={draft.recipients}
        onChange={(event) => onChange({ recipients: event.currentTarget.value })}
      />
      <ChannelChoice chosen={draft.channels} onChange={(channels) => onChange({ channels })} />
      <Several
        legend={t('rules.languages')}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        chosen={draft.languages}
        onChange={(chosen) => onChange({ languages: chosen })}
      />
      <Switch
        label={t('rules.active')}
        data-path="active"
        checked={draft.active}
        onChange={(event) => onChange({ active: event.currentTarget.checked })}
      />
    </>
  );
}

function WordFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Textarea
        label={t('rules.words')}
        data-path="conditions.words"
        description={t('rules.wordsHint')}
        autosize
        minRows={2}
        maxRows={8}
        value={draft.words}
        onChange={(event) => onChange({ words: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('rules.wordsIn')}
        data-path="conditions.wordsIn"
        value={draft.wordsIn}
        onChange={(event) => onChange({ wordsIn: event.currentTarget.value })}
        data={[
          { value: '', label: t('rules.both') },
          { value: 'subject', label: t('rules.subject') },
          { value: 'text', label: t('rules.text') },
        ]}
      />
    </>
  );
}
