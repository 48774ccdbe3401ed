import type { CaseFacts } from '@baton/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { labelOf } from '../../../../ui/label-of.ts';
import { factText } from './fact-text.ts';
import styles from './facts.module.css';

type Item = CaseFacts['items'][number];
type Props = {
  question: Item['question'];
  known: NonNullable<Item['known']>;
  isBusy: boolean;
  onTake: () => void;
  onAsk: () => void;
};

/** What the customer said before: taken over with one press, so that nobody asks them twice. */
export function KnownFact({ question, known, isBusy, onTake, onAsk }: Props) {
  const { t, i18n } = useTranslation();
  const words = { language: i18n.language, yes: t('facts.yes'), no: t('facts.no') };
  const value = factText(question, known.value, words);
  return (
    <div className={styles.known}>
      <span>{labelOf(question.labels, i18n.language)}</span>
      <Link to="/cases/$caseId" params={{ caseId: known.case.id }}>
        {t('customers.known', { number: known.case.number, value })}
      </Link>
      <span className={styles.acts}>
        <Button size="compact-xs" variant="default" loading={isBusy} onClick={onTake}>
          {t('customers.takeOver')}
        </Button>
        <Button size="compact-xs" variant="subtle" disabled={isBusy} onClick={onAsk}>
          {t('customers.askAgain')}
        </Button>
      </span>
    </div>
  );
}
