import type { Case, Handover, Message } from '@baton/contract';
import { Button } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from '../../../../ui/time/when.tsx';
import { ValueLine } from '../../../customers/parts/value-line.tsx';
import { meQuery } from '../../../access/queries.ts';
import { messagesQuery } from '../../queries.ts';
import { AuthorName } from '../conversation/author-name.tsx';
import styles from './package.module.css';
import { useReasonWords } from './use-reasons.ts';

/** What came along with a case, above all else, until its new owner has put it away. */
export function PackagePanel({ item }: { item: Case }) {
  const { data: me } = useSuspenseQuery(meQuery);
  const { handover } = item;
  const place = `baton.package.${item.id}`;
  const [away, setAway] = useState(() => seqPutAway(place));
  if (!handover || item.owner?.id !== me.agent?.id || handover.seq <= away) return null;
  return (
    <Package
      caseId={item.id}
      customer={item.customer}
      handover={handover}
      onAway={() => {
        setAway(handover.seq);
        putAway(place, handover.seq);
      }}
    />
  );
}

type Props = {
  caseId: string;
  customer: Case['customer'];
  handover: Handover;
  onAway: () => void;
};

function Package({ caseId, customer, handover, onAway }: Props) {
  const { t } = useTranslation();
  const reason = useReasonWords();
  const { data: messages = [] } = useQuery(messagesQuery(caseId));
  const summary = messages.find(({ id }) => id === handover.summary);
  const marked = messages.filter(({ id }) => handover.marked.includes(id));
  return (
    <section className={styles.package} aria-label={t('handover.package')}>
      <header>
        <h2>
          {t(`handover.came.${handover.direction}`, { name: handover.from.name })}{' '}
          <When at={handover.at} />
        </h2>
        <Button size="compact-sm" variant="default" onClick={onAway}>
          {t('handover.putAway')}
        </Button>
      </header>
      <p>{reason(handover.reason)}</p>
      {customer.tier && (
        <p>
          {t('customers.tier')}
          {t('shell.colon')}
          {customer.tier.name}
        </p>
      )}
      {customer.value && <ValueLine value={customer.value} />}
      {summary && <div className="written">{summary.text.trim()}</div>}
      {marked.length > 0 && (
        <>
          <h3>{t('handover.marked')}</h3>
          {marked.map((message) => (
            <Marked key={message.id} message={message} />
          ))}
        </>
      )}
    </section>
  );
}

function Marked({ message }: { message: Message }) {
  return (
    <blockquote>
      <small>
        <AuthorName message={message} /> <When at={message.at} />
      </small>
      <div className="written" lang={message.language ?? undefined}>
        {message.text.trim()}
      </div>
    </blockquote>
  );
}

function seqPutAway(place: string): number {
  try {
    return Number(localStorage.getItem(place) ?? 0);
  } catch {
    // A browser that keeps nothing shows the package again.
    return 0;
  }
}

function putAway(place: string, seq: number): void {
  try {
    localStorage.setItem(place, String(seq));
  } catch {
    // It stays away for as long as the page is open.
  }
}
