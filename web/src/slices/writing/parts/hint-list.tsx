import { useTranslation } from 'react-i18next';
import type { WritingHelp } from './use-writing-help.ts';
import styles from './writing.module.css';

/** What to think over in what one writes: quietly meanwhile, said aloud when it is about to go. */
export function HintList({ help: { hints, blanks, asked } }: { help: WritingHelp }) {
  const { t } = useTranslation();
  if (hints.length === 0 && !(asked && blanks.length > 0)) return null;
  return (
    <div className={styles.hints} data-asked={asked} role={asked ? 'alert' : 'status'}>
      {asked && (
        <p className={styles.ask}>
          {t(blanks.length > 0 ? 'writing.fillIn' : 'writing.lookAgain')}
        </p>
      )}
      <ul>
        {asked && blanks.map((blank) => <li key={blank}>{blank}</li>)}
        {(asked && blanks.length > 0 ? [] : hints).map(({ code, quote }) => (
          <li key={code}>
            {t(`writing.hint.${code}`)}
            {quote !== null && <q>{quote}</q>}
          </li>
        ))}
      </ul>
    </div>
  );
}
