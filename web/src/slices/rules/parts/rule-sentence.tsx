import type { TeamRule } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import styles from './rules.module.css';
import { useRuleWords } from './use-rule-words.ts';

/** What a rule says, as a sentence. */
export function RuleSentence({ rule }: { rule: Pick<TeamRule, 'when' | 'if' | 'acts'> }) {
  const { t } = useTranslation();
  const words = useRuleWords(rule.if);
  return (
    <p className={styles.sentence}>
      <em>{t('teamRules.when')}</em> {words.when(rule.when)}{' '}
      {rule.if.of.length > 0 && (
        <>
          <em>{t('teamRules.if')}</em> {words.conditions(rule.if)}{' '}
        </>
      )}
      <em>{t('teamRules.then')}</em> {rule.acts.map(words.act).join('; ')}
    </p>
  );
}
