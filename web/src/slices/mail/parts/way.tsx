import type { InboundStep } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { When } from '../../../ui/time/when.tsx';
import styles from './mail.module.css';
import { useInboundReason } from './use-inbound-reason.ts';

/** The way a message took, with its times. */
export function Way({ steps }: { steps: InboundStep[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className={styles.part}>{t('look.way')}</h2>
      <ol className={styles.way}>
        {steps.map((step) => (
          <li key={step.at + step.step}>
            <When at={step.at} className={styles.when} sayToday />
            <span>
              <Step step={step} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Step({ step }: { step: InboundStep }) {
  const { t } = useTranslation();
  const reason = useInboundReason();
  const { outcome } = step;
  const what = [outcome && t(`outcome.${outcome}`), step.reason && reason(step.reason)]
    .filter(Boolean)
    .join(', ');
  const name = t(`look.step.${step.step}`, { who: step.by?.name ?? t('look.somebody') });
  if (step.step === 'decided') return name + t('shell.colon') + what;
  if (what === '') return name;
  return (
    <>
      {name} <span className={styles.quiet}>({t('look.before', { what })})</span>
    </>
  );
}
