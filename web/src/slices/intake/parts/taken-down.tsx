import type { Case } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { intakeOfCaseQuery } from '../queries.ts';
import styles from './intake.module.css';

/** What was taken down beside the answers: the result wanted, what was tried, the effect. */
export function TakenDown({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { data: intake } = useQuery(intakeOfCaseQuery(caseId));
  if (!intake) return null;
  const { result, tried, effect, effectHow, stage, purpose, formOfAddress } = intake.said;
  const steps = tried.filter((one) => one.trim() !== '');
  const lines = [
    result.trim() && ([t('calls.wanted'), result.trim()] as const),
    steps.length > 0 && ([t('calls.tried'), steps.join('; ')] as const),
    (effect || effectHow.trim()) &&
      ([
        t('calls.effect'),
        [effect && t(`calls.effects.${effect}`), effectHow.trim()]
          .filter(Boolean)
          .join(t('shell.colon')),
      ] as const),
    stage && ([t('calls.stage'), t(`calls.stages.${stage}`)] as const),
    purpose && ([t('calls.purpose'), t(`calls.purposes.${purpose}`)] as const),
    formOfAddress.trim() && ([t('calls.formOfAddress'), formOfAddress.trim()] as const),
  ].filter((line) => typeof line === 'object' && line !== null);
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{t('calls.takenDown')}</h2>
      <dl className={styles.taken}>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="written">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Beside the solution: the result that the customer wants, to hold it against (S3-97). */
export function Wanted({ item }: { item: Case }) {
  const { t } = useTranslation();
  const { data: intake } = useQuery(intakeOfCaseQuery(item.id));
  const result = intake?.said.result.trim() ?? '';
  if (result === '') return null;
  return (
    <p className={styles.wanted}>
      <b>{t('calls.wanted') + t('shell.colon')}</b>
      {result}
    </p>
  );
}
