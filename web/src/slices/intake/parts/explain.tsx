import type { Intake } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { shortTime } from '../../../ui/time/format.ts';
import { useNow } from '../../../ui/time/now.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import styles from './intake.module.css';
import { PrintReceipt } from './print-receipt.tsx';

/** How it goes on: who has it, by when, what happens next; the receipt says the same. */
export function Explain({ intake, mailGiven }: { intake: Intake; mailGiven: boolean }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const now = useNow();
  const { case: found } = intake;
  if (!found) return <p className={styles.hint}>{t('intake.noCase')}</p>;
  const { holder, due } = found;
  const reaches = intake.hasMail || mailGiven;
  return (
    <div className={styles.stack}>
      <ul className={styles.explain}>
        <li>{t('intake.explainNumber', { number: found.number })}</li>
        {holder && (
          <li>
            {holder.you
              ? t('intake.explainYou')
              : holder.name === ''
                ? t('intake.explainTeam', { team: holder.team })
                : t('intake.explainHolder', holder)}
          </li>
        )}
        {due && (
          <li>{t('intake.explainDue', { due: shortTime(Date.parse(due), now, viewer, true) })}</li>
        )}
        <li>{t(reaches ? 'intake.explainReceipt' : 'intake.explainPaper')}</li>
      </ul>
      {!reaches && <PrintReceipt id={intake.id} />}
    </div>
  );
}
