import { type RuleAct, urgencies } from '@baton/contract';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HandOverFields } from './hand-over-fields.tsx';
import styles from './rules.module.css';
import { TaskFields } from './task-fields.tsx';
import { useChoices } from './use-choices.ts';
import { WhoField } from './who-field.tsx';

/** `path`: where the act stands in the rule. */
type Props<A = RuleAct> = { path: string; act: A; onChange: (act: RuleAct) => void };

/** What an act needs to know. */
export function ActFields({ path, act, onChange }: Props) {
  switch (act.do) {
    case 'set_topic':
    case 'set_urgency':
    case 'set_high_stakes':
      return <SetFields path={path} act={act} onChange={onChange} />;
    case 'ask_task':
    case 'ask_help':
      return <TaskFields path={path} act={act} onChange={onChange} />;
    case 'hand_across':
    case 'pass_up':
      return <HandOverFields path={path} act={act} onChange={onChange} />;
    case 'add_follower':
      return (
        <WhoField
          path={`${path}.who`}
          who={act.who}
          onChange={(who) => onChange({ ...act, who })}
        />
      );
    case 'tell':
    case 'note':
      return <SayFields path={path} act={act} onChange={onChange} />;
  }
}

type Setting = Extract<RuleAct, { do: `set_${string}` }>;

function SetFields({ path, act, onChange }: Props<Setting>) {
  const { t } = useTranslation();
  const { topics } = useChoices();
  const choices = {
    set_topic: () => [{ value: '', label: t('teamRules.chooseTopic') }, ...topics],
    set_urgency: () => urgencies.map((value) => ({ value, label: t(`urgency.${value}`) })),
    set_high_stakes: () => [
      { value: 'true', label: t('teamRules.yes') },
      { value: 'false', label: t('teamRules.no') },
    ],
  }[act.do]();
  const value =
    act.do === 'set_topic' ? act.topic : act.do === 'set_urgency' ? act.urgency : String(act.is);
  const set = (chosen: string) => {
    if (act.do === 'set_topic') return onChange({ ...act, topic: chosen });
    if (act.do === 'set_high_stakes') return onChange({ ...act, is: chosen === 'true' });
    const urgency = urgencies.find((one) => one === chosen);
    if (urgency) onChange({ ...act, urgency });
  };
  return (
    <div className={styles.line}>
      <NativeSelect
        aria-label={t(`teamRules.act.${act.do}`)}
        data-path={`${path}.${act.do === 'set_high_stakes' ? 'is' : act.do.slice('set_'.length)}`}
        value={value}
        onChange={(event) => set(event.currentTarget.value)}
        data={choices}
      />
    </div>
  );
}

type Saying = Extract<RuleAct, { do: 'tell' | 'note' }>;

function SayFields({ path, act, onChange }: Props<Saying>) {
  const { t } = useTranslation();
  if (act.do === 'note') {
    return (
      <Textarea
        label={t('teamRules.text')}
        data-path={`${path}.text`}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={5000}
        value={act.text}
        onChange={(event) => onChange({ ...act, text: event.currentTarget.value })}
      />
    );
  }
  return (
    <>
      <WhoField
        path={`${path}.who`}
        who={act.who}
        owner
        onChange={(who) => onChange({ ...act, who })}
      />
      <TextInput
        label={t('teamRules.text')}
        data-path={`${path}.text`}
        required
        withAsterisk={false}
        maxLength={500}
        value={act.text}
        onChange={(event) => onChange({ ...act, text: event.currentTarget.value })}
      />
    </>
  );
}
