import type { RuleAct } from '@baton/contract';
import { Switch, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LengthField } from './length-field.tsx';
import styles from './rules.module.css';
import { WhoField } from './who-field.tsx';

type Asking = Extract<RuleAct, { do: 'ask_task' | 'ask_help' }>;
/** `path`: where the act stands in the rule. */
type Props = { path: string; act: Asking; onChange: (act: RuleAct) => void };

/** Who is asked for what, and within which time. */
export function TaskFields({ path, act, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {act.do === 'ask_task' && (
        <WhoField
          path={`${path}.who`}
          who={act.who}
          onChange={(who) => onChange({ ...act, who })}
        />
      )}
      <Textarea
        label={t('teamRules.what')}
        data-path={`${path}.what`}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={5000}
        value={act.what}
        onChange={(event) => onChange({ ...act, what: event.currentTarget.value })}
      />
      {act.do === 'ask_task' && <Within path={path} act={act} onChange={onChange} />}
    </>
  );
}

function Within({ path, act, onChange }: Props & { act: Extract<RuleAct, { do: 'ask_task' }> }) {
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      <Switch
        label={t('teamRules.within')}
        checked={act.within !== undefined}
        onChange={(event) =>
          onChange({ ...act, within: event.currentTarget.checked ? 'PT4H' : undefined })
        }
      />
      {act.within !== undefined && (
        <LengthField
          label={t('teamRules.howLong')}
          path={`${path}.within`}
          value={act.within}
          onChange={(within) => onChange({ ...act, within })}
        />
      )}
    </div>
  );
}
