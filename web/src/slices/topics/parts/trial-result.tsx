import type { RuleTrial } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import styles from './topics.module.css';

type Check = RuleTrial['rules'][number]['checks'][number];

/** Which topic a message would get, and of each rule what fits and what does not. */
export function TrialResult({ trial }: { trial: RuleTrial }) {
  const { t } = useTranslation();
  return (
    <div className={styles.result}>
      <b>{trial.topic ? t('rules.gets', { topic: trial.topic.name }) : t('rules.getsNone')}</b>
      <ul>
        {trial.rules.map((rule) => (
          <li key={rule.id} data-fits={rule.fits}>
            {rule.fits ? '✓' : '✗'} {rule.name}
            <small>{rule.checks.map(wordsOf).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </div>
  );

  function wordsOf({ condition, fits, found }: Check): string {
    const name = t(`rules.condition.${condition}`);
    if (!fits) return t('rules.missing', { name });
    return condition === 'channels' ? name : t('rules.found', { name, found: found ?? '' });
  }
}
