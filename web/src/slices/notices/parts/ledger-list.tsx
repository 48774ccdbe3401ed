import { type LedgerLine, noticeWays, type Telling } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { When } from '../../../ui/time/when.tsx';
import styles from './ledger.module.css';
import rows from './notices.module.css';
import { useNoticeWords } from './use-notice-words.ts';

/** Lines of the ledger: who was told what, and what became of each way. */
export function LedgerList({ lines, named }: { lines: LedgerLine[]; named: boolean }) {
  return (
    <ul className={rows.list}>
      {lines.map((line) => (
        <Line key={line.id} line={line} named={named} />
      ))}
    </ul>
  );
}

function Line({ line, named }: { line: LedgerLine; named: boolean }) {
  const { t } = useTranslation();
  const words = useNoticeWords();
  return (
    <li className={rows.row}>
      <p className={rows.what}>
        <strong>{line.agent.name}</strong> {t('ledger.said', { words: words(line) })}
        {named && line.case && (
          <>
            {' '}
            <Link to="/cases/$caseId" params={{ caseId: line.case.id }}>
              #{line.case.number}
            </Link>
          </>
        )}
      </p>
      <When at={line.at} className={rows.when} sayToday />
      <dl className={styles.ways}>
        {noticeWays.map((way) => (
          <div key={way} data-state={line[way].state}>
            <dt>{t(`noticeChoices.way.${way}`)}</dt>
            <dd>
              <Fate telling={line[way]} />
              {way === 'desk' && line.seenAt && (
                <>
                  {' · '}
                  {t('ledger.seen')} <When at={line.seenAt} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

const reasons = [
  ...(['gathering', 'outside_hours', 'sending', 'seen', 'not_wanted', 'not_important'] as const),
  ...(['too_old', 'inactive', 'no_address', 'own_address', 'no_relay', 'no_device'] as const),
  ...(['out_of_sight', 'own_act', 'refused', 'before_push', 'device_ended', 'key_lost'] as const),
];

/** Told when, held until when and why, or not told and why. */
function Fate({ telling }: { telling: Telling }) {
  const { t } = useTranslation();
  const known = reasons.find((one) => one === telling.reason);
  const why = known ? t(`ledger.reason.${known}`) : (telling.reason ?? '');
  // A push that found nobody has its cause in the words of the service.
  const own = reasons.find((one) => one === telling.words);
  const words = own ? t(`ledger.reason.${own}`) : telling.words;
  const others = telling.others > 0 && t('ledger.others', { count: telling.others });
  if (telling.state === 'told') {
    return (
      <>
        {t('ledger.told')} {telling.at && <When at={telling.at} />} {others}
      </>
    );
  }
  if (telling.state === 'held') {
    return (
      <>
        {t(telling.until ? 'ledger.heldUntil' : 'ledger.held')}{' '}
        {telling.until && <When at={telling.until} />} {t('ledger.why', { why })}
      </>
    );
  }
  return (
    <>
      {t('ledger.notTold', { why })} {words && t('ledger.why', { why: words })}
    </>
  );
}
