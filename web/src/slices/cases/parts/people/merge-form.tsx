import { casePage, type Case, type CaseItem } from '@baton/contract';
import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../api/client.ts';
import { withQuery } from '../../../../api/pages.ts';
import { casesOfCustomerQuery } from '../../queries.ts';
import styles from '../composer/composer.module.css';
import type { PanelProps } from '../composer/modes.ts';
import { News } from '../composer/news.tsx';
import { useActing } from '../composer/use-acting.ts';
import { mergeInto } from './people-api.ts';

const held = new Set(['open', 'waiting', 'solved']);

/** This case and another one are one: chosen among the customer's, or found by its number. */
export function MergeForm({ item, onDone }: PanelProps) {
  const { t } = useTranslation();
  const [into, setInto] = useState<Found | null>(null);
  const { acting, news } = useActing(item, (on) => mergeInto(on, into!.id), onDone);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (into && !acting.isPending) acting.mutate();
      }}
    >
      <p className={styles.hint}>{t('casePeople.mergeHow')}</p>
      <OtherCase item={item} onFound={setInto} />
      {into && (
        <p className={styles.hint} role="status">
          {t(`casePeople.${into.customer.id === item.customer.id ? 'mergeSame' : 'mergeOther'}`, {
            number: into.number,
            subject: into.subject,
            customer: into.customer.name,
          })}
        </p>
      )}
      {acting.error && <News error={acting.error} news={news} />}
      <footer className={styles.foot}>
        <span className={styles.state} />
        <Button type="submit" disabled={!into} loading={acting.isPending}>
          {t('casePeople.merge')}
        </Button>
      </footer>
    </form>
  );
}

type Found = Pick<CaseItem, 'id' | 'number' | 'subject' | 'customer'>;
type Search = { item: Case; onFound: (found: Found | null) => void };

/** Another case: one of the customer's, or any that one sees, by its number. */
function OtherCase({ item, onFound }: Search) {
  const { t } = useTranslation();
  const { data } = useQuery(casesOfCustomerQuery(item.customer.id));
  const others = data?.items.filter(({ id, status }) => id !== item.id && held.has(status)) ?? [];
  const [chosen, setChosen] = useState('');
  return (
    <div className={styles.fields}>
      {others.length > 0 && (
        <NativeSelect
          label={t('casePeople.mergeOthers')}
          value={chosen}
          data-autofocus
          onChange={({ currentTarget: { value } }) => {
            setChosen(value);
            onFound(others.find(({ id }) => id === value) ?? null);
          }}
          data={[
            { value: '', label: t('casePeople.mergeByNumber') },
            ...others.map((one) => ({ value: one.id, label: `#${one.number} ${one.subject}` })),
          ]}
        />
      )}
      {chosen === '' && <ByNumber item={item} onFound={onFound} />}
    </div>
  );
}

function ByNumber({ item, onFound }: Search) {
  const { t } = useTranslation();
  const [number, setNumber] = useState<number | null>(null);
  const { data } = useQuery({
    queryKey: ['cases', 'numbered', number],
    queryFn: ({ signal }) =>
      ask(casePage, withQuery('/api/cases', { number, limit: 1 }), { signal }),
    enabled: number !== null,
  });
  const found = number === null ? null : (data?.items.find(({ id }) => id !== item.id) ?? null);
  useEffect(() => onFound(found), [found, onFound]);
  return (
    <NumberInput
      label={t('casePeople.mergeNumber')}
      error={number !== null && data && !found ? t('casePeople.mergeNone') : null}
      hideControls
      min={1}
      allowDecimal={false}
      value={number ?? ''}
      onChange={(value) => setNumber(typeof value === 'number' ? value : null)}
    />
  );
}
