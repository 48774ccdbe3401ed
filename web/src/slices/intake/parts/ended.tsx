import type { Intake } from '@baton/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './intake.module.css';
import { PrintReceipt } from './print-receipt.tsx';

/** What came of it, and where it goes on. */
export function Ended({ intake, onAnother }: { intake: Intake; onAnother: () => void }) {
  const { t } = useTranslation();
  const { case: found } = intake;
  if (!found) return null;
  const { holder } = found;
  const answered = intake.answeredBecause !== null;
  return (
    <section className={styles.ended} role="status">
      <h2>{t(answered ? 'intake.endedAnswered' : 'intake.ended', { number: found.number })}</h2>
      {!answered && holder && !holder.you && <p>{t('intake.endedHolder', holder)}</p>}
      {!answered &&
        (intake.hasMail ? <p>{t('intake.endedMail')}</p> : <PrintReceipt id={intake.id} />)}
      <p className={styles.buttons}>
        <Link to="/cases/$caseId" params={{ caseId: found.id }}>
          {t('intake.toCase')}
        </Link>
        <Button variant="default" onClick={onAnother}>
          {t('intake.another')}
        </Button>
      </p>
    </section>
  );
}
