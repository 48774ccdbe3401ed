import { moods, type CustomerMood, type Mood } from '@baton/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../api/new-key.ts';
import { useEscape } from '../../../ui/keys/use-escape.ts';
import { useOpened } from '../../../ui/keys/use-opened.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import { moodsQuery, noteMood } from '../history-queries.ts';
import { useAct } from '../use-act.ts';
import styles from './history.module.css';
import { QuietButton } from './quiet.tsx';

type Props = {
  customerId: string;
  /** The case at which one is; null: none. */
  caseId: string | null;
  mayChange: boolean;
  /** How many of them are shown. */
  most: number;
};

/** How the customer seemed to whoever spoke with them, the latest first (S3-17). */
export function Moods({ customerId, caseId, mayChange, most }: Props) {
  const { t } = useTranslation();
  const { data: items = [] } = useQuery(moodsQuery(customerId));
  const { isOpen, open, close, button } = useOpened();
  return (
    <div className={styles.moods}>
      {items.length > 0 && (
        <ul aria-label={t('history.moods')}>
          {items.slice(0, most).map((item) => (
            <MoodLine key={item.id} item={item} />
          ))}
        </ul>
      )}
      {isOpen && <Choice customerId={customerId} caseId={caseId} onDone={close} />}
      {mayChange && !isOpen && (
        <QuietButton ref={button} onClick={open}>
          {t('history.noteMood')}
        </QuietButton>
      )}
    </div>
  );
}

function MoodLine({ item: { mood, at, by, case: about } }: { item: CustomerMood }) {
  const { t } = useTranslation();
  return (
    <li data-mood={mood}>
      {t(`history.mood.${mood}`)}{' '}
      <small>
        {by.name} · <When at={at} />
        {about && (
          <>
            {' · '}
            <Link to="/cases/$caseId" params={{ caseId: about.id }}>
              #{about.number}
            </Link>
          </>
        )}
      </small>
    </li>
  );
}

function Choice({
  customerId,
  caseId,
  onDone,
}: Omit<Props, 'mayChange' | 'most'> & { onDone: () => void }) {
  const { t } = useTranslation();
  const group = useRef<HTMLDivElement>(null);
  const [key] = useState(newKey);
  const noting = useAct((mood: Mood) => noteMood(customerId, key, mood, caseId), onDone);
  useEscape(group, onDone);
  return (
    <div ref={group} role="group" aria-label={t('history.howAreThey')} className={styles.choice}>
      <span>{t('history.howAreThey')}</span>
      {moods.map((mood, place) => (
        <Button
          key={mood}
          size="compact-sm"
          variant="default"
          autoFocus={place === 0}
          disabled={noting.isPending}
          onClick={() => noting.mutate(mood)}
        >
          {t(`history.mood.${mood}`)}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={onDone}>
        {t('shell.cancel')}
      </Button>
      {noting.error && <ProblemNote error={noting.error} />}
    </div>
  );
}
