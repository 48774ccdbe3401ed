import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { shortTime } from '../../../ui/time/format.ts';
import { useNow } from '../../../ui/time/now.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { assure } from '../queries.ts';
import { type Taking, useStep } from '../use-taking.ts';
import styles from './intake.module.css';

/** The customer hears that it is our problem now; when and how is written down. */
export function Assurance({ intake, flush }: Taking) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const now = useNow();
  const step = useStep(flush, (by: 'spoken' | 'sent') => assure(intake.id, by));
  const { assured } = intake;
  const time = assured && shortTime(Date.parse(assured.at), now, viewer);
  return (
    <div className={styles.stack}>
      <p className={styles.say}>{t('intake.assureText')}</p>
      {assured ? (
        <p role="status" className={styles.complete}>
          {t(assured.by === 'spoken' ? 'intake.assuredSpoken' : 'intake.assuredSent', { time })}
        </p>
      ) : (
        <div className={styles.buttons}>
          <Button
            disabled={!intake.case}
            loading={step.isPending}
            onClick={() => step.mutate('spoken')}
          >
            {t('intake.assureSpoken')}
          </Button>
          <Button
            variant="default"
            disabled={!intake.case || step.isPending}
            onClick={() => step.mutate('sent')}
          >
            {t('intake.assureSent')}
          </Button>
          {!intake.case && <span className={styles.hint}>{t('intake.noCase')}</span>}
        </div>
      )}
      {step.error && <ProblemNote error={step.error} />}
    </div>
  );
}
