import { casePage, type Case } from '@baton/contract';
import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../api/client.ts';
import { withQuery } from '../../../../api/pages.ts';
import { casesOfCustomerQuery } from '../../queries.ts';
import styles from '../composer/composer.module.css';
import type { PanelProps } from '../composer/modes.ts';
import { News } from '../composer/news.tsx';
import { useActing } from '../composer/use-acting.ts';
import { mergeInto } from './people-api.ts';

const held = ['open', 'waiting', 'solved'];

/** This case and another one are one: chosen among the customer's, or found by its number. */
export function MergeForm({ item, onDone }: PanelProps) {
  const { t } = useTranslation();
  const { data } = useQuery(casesOfCustomerQuery(item.customer.id));
  const others = (data?.items ?? []).filter(
    ({ id, status }) => id !== item.id && held.includes(status),
  );
  const [chosen, setChosen] = useState('');
  const [number, setNumber] = useState<number | null>(null);
  const found = useQuery({
    queryKey: ['cases', 'numbered', number],
    queryFn: ({ signal }) =>
      ask(casePage, withQuery('/api/cases', { number, limit: 1 }), { signal }),
    enabled: number !== null,
  });
  const into =
    others.find(({ id }) => id === chosen) ??
    (number === null ? undefined : found.data?.items.find(({ id }) => id !== item.id));
  const { acting, news } = useActing(item, (on) => mergeInto(on, into!.id), onDone);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (into) acting.mutate();
      }}
    >
      <p className={styles.hint}>{t('casePeople.mergeHow')}</p>
      <div className={styles.fields}>
        {others.length > 0 && (
          <NativeSelect
            label={t('casePeople.mergeOthers')}
            value={chosen}
            data-autofocus
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={[
              { value: '', label: t('casePeople.mergeByNumber') },
              ...others.map((one) => ({ value: one.id, label: `#${one.number} ${one.subject}` })),
            ]}
          />
        )}
        {chosen === '' && (
          <NumberInput
            label={t('casePeople.mergeNumber')}
            hideControls
            min={1}
            allowDecimal={false}
            value={number ?? ''}
            onChange={(value) => setNumber(typeof value === 'number' ? value : null)}
          />
        )}
      </div>
      <p className={styles.hint} role="status">
        {into ? whatHappens(into) : number !== null && found.data ? t('casePeople.mergeNone') : ''}
      </p>
      {acting.error && <News error={acting.error} news={news} />}
      <footer className={styles.foot}>
        <span className={styles.state} />
        <Button type="submit" disabled={!into} loading={acting.isPending}>
          {t('casePeople.merge')}
        </Button>
      </footer>
    </form>
  );

  function whatHappens(one: Pick<Case, 'number' | 'subject' | 'customer'>): string {
    const words = { number: one.number, subject: one.subject, customer: one.customer.name };
    const same = one.customer.id === item.customer.id;
    return t(same ? 'casePeople.mergeSame' : 'casePeople.mergeOther', words);
  }
}
