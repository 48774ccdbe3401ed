import type { HandoverBatch } from '@baton/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outcome } from './outcome.tsx';
import styles from './hand-overs.module.css';

type Props = { batch: HandoverBatch; asked: number; onMore: () => void };

/** What has moved, and to whom; what stayed, and why. */
export function Account({ batch, asked, onMore }: Props) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const stayed = batch.cases.filter(({ code }) => code !== null);
  const moved = batch.cases.filter(({ code }) => code === null);
  const gone = asked - batch.cases.length;
  return (
    <section>
      <h2 ref={title} tabIndex={-1} className={styles.done}>
        {t('batch.moved', { count: moved.length })}
      </h2>
      {gone > 0 && <p className={styles.hint}>{t('batch.gone', { count: gone })}</p>}
      {stayed.length > 0 && <h3>{t('batch.stayed', { count: stayed.length })}</h3>}
      <ul className={styles.list}>
        {[...stayed, ...moved].map((one) => (
          <li key={one.id} className={styles.row}>
            <div className={styles.what}>
              <Link to="/cases/$caseId" params={{ caseId: one.id }}>
                {one.subject || t('case.noSubject')}
              </Link>
              <p>
                <span>#{one.number}</span> <span>{one.customer}</span>
              </p>
            </div>
            <Outcome from={one.from} outcome={one} />
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={onMore}>
        {t('batch.more')}
      </Button>
    </section>
  );
}
