import type { AddressMark } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { When } from '../../../ui/time/when.tsx';
import { clearMark, marksQuery } from '../mark-queries.ts';
import styles from './address-marks.module.css';
import { AtOnce } from './at-once.tsx';

type Props = { caseId: string; may: boolean };

/** Addresses of a case that do not take our mail, beside the customer; nothing where all do. */
export function AddressMarks({ caseId, may }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(marksQuery(caseId));
  return data?.items.map((mark) => (
    <div key={mark.address} className={styles.mark}>
      <MarkWords mark={mark} />
      {mark.bounce?.reason && <small className={styles.words}>{mark.bounce.reason}</small>}
      {may && (
        <span title={t('mark.goodWhy')}>
          <AtOnce name={t('mark.good')} act={() => clearMark(caseId, mark.address)} />
        </span>
      )}
    </div>
  ));
}

/** The same in one line each, where an answer is written. */
export function MarkLines({ caseId }: { caseId: string }) {
  const { data } = useQuery(marksQuery(caseId));
  if (!data || data.items.length === 0) return null;
  return (
    <div role="status" className={styles.lines}>
      {data.items.map((mark) => (
        <MarkWords key={mark.address} mark={mark} />
      ))}
    </div>
  );
}

function MarkWords({ mark }: { mark: AddressMark }) {
  const { t } = useTranslation();
  const { address, bounce, complainedAt } = mark;
  return (
    <>
      {bounce && (
        <p>
          {t(`mark.${bounce.kind}`, { address })}{' '}
          <span className={styles.words}>
            {t('mark.since')} <When at={bounce.at} sayToday />
          </span>
        </p>
      )}
      {complainedAt && (
        <p>
          {t('mark.complained', { address })}{' '}
          <span className={styles.words}>
            {t('mark.since')} <When at={complainedAt} sayToday />
          </span>
        </p>
      )}
    </>
  );
}
