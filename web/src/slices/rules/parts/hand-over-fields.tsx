import { type RuleAct, ruleAct } from '@baton/contract';
import { NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReasonChoices } from '../../cases/parts/package/use-reasons.ts';
import styles from './rules.module.css';
import { useChoices } from './use-choices.ts';

type Moving = Extract<RuleAct, { do: 'hand_across' | 'pass_up' }>;
/** `path`: where the act stands in the rule. */
type Props = { path: string; act: Moving; onChange: (act: RuleAct) => void };

/** To which team, for which reason, with which summary. */
export function HandOverFields({ path, act, onChange }: Props) {
  const { t } = useTranslation();
  const { lists } = useChoices();
  const reasons = useReasonChoices(act.do === 'pass_up' ? 'up' : 'across');
  // Of those that are offered to people, a rule takes the ones that ask for nothing more.
  const fitting = reasons.filter(({ value }) => {
    const tried = { ...act, team: anyTeam, reason: value, summary: '-' };
    const { team: _, ...up } = tried;
    return ruleAct.safeParse(act.do === 'pass_up' ? up : tried).success;
  });
  return (
    <>
      <div className={styles.line}>
        {act.do === 'hand_across' && (
          <NativeSelect
            label={t('teamRules.toTeam')}
            data-path={`${path}.team`}
            value={act.team}
            onChange={(event) => onChange({ ...act, team: event.currentTarget.value })}
            data={[{ value: '', label: t('teamRules.chooseTeam') }, ...lists.team]}
          />
        )}
        <NativeSelect
          label={t('teamRules.reason')}
          data-path={`${path}.reason`}
          value={act.reason}
          onChange={(event) => {
            const reason = event.currentTarget.value;
            onChange({ ...act, reason });
          }}
          data={fitting}
        />
      </div>
      {act.do === 'hand_across' && <p className={styles.hint}>{t('teamRules.sameLevel')}</p>}
      <Textarea
        label={t('teamRules.summary')}
        data-path={`${path}.summary`}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={5000}
        value={act.summary}
        onChange={(event) => onChange({ ...act, summary: event.currentTarget.value })}
      />
    </>
  );
}

const anyTeam = '00000000-0000-7000-8000-000000000000';
