import type { RuleIf } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { When } from '../../../ui/time/when.tsx';
import type { RuleInput } from '../doing.ts';
import styles from './rules.module.css';
import type { DryRun } from './use-dry-run.ts';
import { useRuleWords } from './use-rule-words.ts';

type Props = { run: DryRun; input: RuleInput | null };

/** On how many occasions it would have acted, on which cases, and what stood in the way. */
export function DryRunResult({ run, input }: Props) {
  const { t } = useTranslation();
  const words = useRuleWords(input?.if ?? null);
  return (
    <div className={styles.result}>
      <p role="status">
        {t('teamRules.dry.looked', { count: run.looked, total: run.total })}{' '}
        {run.isOver && t('teamRules.dry.fitted', { count: run.fitted, happened: run.happened })}
      </p>
      {run.isOver && run.fitted < run.happened && <Failed run={run} wanted={input?.if ?? null} />}
      <ul>
        {run.hits.map((hit) => (
          <li key={`${hit.case.id} ${hit.at}`}>
            <Link to="/cases/$caseId" params={{ caseId: hit.case.id }}>
              #{hit.case.number} {hit.case.subject}
            </Link>
            <When at={hit.at} className={styles.at} sayToday />
            <small>
              {hit.acts.length === 0
                ? t('teamRules.dry.already')
                : hit.acts.map(words.act).join('; ')}
            </small>
          </li>
        ))}
      </ul>
      {run.fitted > run.hits.length && (
        <p className={styles.hint}>{t('teamRules.dry.first', { count: run.hits.length })}</p>
      )}
    </div>
  );
}

/** The condition that stood in the way most often. */
function Failed({ run, wanted }: { run: DryRun; wanted: RuleIf | null }) {
  const { t } = useTranslation();
  const words = useRuleWords(wanted);
  const [most] = [...run.failed].toSorted(([, a], [, b]) => b - a);
  if (!most || !wanted) return null;
  const [path, count] = most;
  return (
    <p className={styles.hint}>
      {t('teamRules.dry.failed', { what: words.at(wanted, path), count })}
    </p>
  );
}
