import type { Customer, CustomerMerge } from '@baton/contract';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import { SureButton } from '../../../ui/sure-button.tsx';
import { mergeCustomer, partCustomers } from '../doing.ts';
import { alikeQuery, customersQuery, mergesQuery } from '../queries.ts';
import { useAct } from '../use-act.ts';
import styles from './customer.module.css';
import { QuietButton } from './quiet.tsx';

type Props = { customer: Customer; mayChange: boolean };

/** Who may be the same person, who turned out to be, and the way back. */
export function OnePerson({ customer, mayChange }: Props) {
  const { t } = useTranslation();
  const { data: alike = [] } = useQuery(alikeQuery(customer.id));
  const { data: merges = [] } = useQuery(mergesQuery(customer.id));
  const [looking, setLooking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (location.hash === '#one-person') heading.current?.scrollIntoView();
  }, []);
  const live = merges.filter(({ undoneAt }) => undoneAt === null);
  return (
    <>
      <h2 ref={heading}>{t('customers.onePerson')}</h2>
      <ul className={styles.rows}>
        {live.map((one) => (
          <Merged key={one.id} merge={one} customerId={customer.id} />
        ))}
        {mayChange &&
          alike.map(({ customer: other, organisation, identities, because }) => (
            <Other
              key={other.id}
              customerId={customer.id}
              other={other}
              about={[
                ...because.map((why) => t(`customers.because.${why}`)),
                ...(organisation ? [organisation.name] : []),
                ...identities,
              ]}
            />
          ))}
      </ul>
      {mayChange && !looking && (
        <QuietButton onClick={() => setLooking(true)}>{t('customers.lookForOther')}</QuietButton>
      )}
      {looking && <Look customer={customer} />}
    </>
  );
}

type OtherProps = {
  customerId: string;
  other: { id: string; name: string };
  about: string[];
};

function Other({ customerId, other, about }: OtherProps) {
  const { t } = useTranslation();
  const merging = useAct(() => mergeCustomer(customerId, other.id));
  return (
    <li>
      <Link to="/customers/$customerId" params={{ customerId: other.id }}>
        {other.name}
      </Link>
      <small>{about.join(' · ')}</small>
      {merging.error && <ProblemNote error={merging.error} />}
      <span className={styles.acts}>
        <SureButton
          small
          name={t('customers.isSame')}
          label={t('customers.isSameWho', { name: other.name })}
          sure={t('customers.isSameSure', { name: other.name })}
          loading={merging.isPending}
          onSure={() => merging.mutate()}
        />
      </span>
    </li>
  );
}

function Merged({ merge, customerId }: { merge: CustomerMerge; customerId: string }) {
  const { t } = useTranslation();
  const parting = useAct(() => partCustomers(merge.survivor.id, merge.id));
  const isSurvivor = merge.survivor.id === customerId;
  const other = isSurvivor ? merge.merged : merge.survivor;
  return (
    <li>
      {t(isSurvivor ? 'customers.mergedHere' : 'customers.mergedThere', {
        name: other.name,
        count: merge.cases,
      })}
      <small>
        <When at={merge.at} />
      </small>
      {parting.error && <ProblemNote error={parting.error} />}
      <span className={styles.acts}>
        <SureButton
          small
          name={t('customers.part')}
          sure={t('customers.partSure')}
          loading={parting.isPending}
          onSure={() => parting.mutate()}
        />
      </span>
    </li>
  );
}

/** Finds the other one where nothing suggests them. */
function Look({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const list = useInfiniteQuery({ ...customersQuery(q), enabled: q !== '' });
  const found = list.data?.pages[0]?.items.filter(({ id }) => id !== customer.id) ?? [];
  return (
    <div className={styles.form}>
      <TextInput
        size="xs"
        label={t('customers.search')}
        type="search"
        value={typed}
        maxLength={200}
        autoFocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {list.error && <ProblemNote error={list.error} />}
      <ul className={styles.rows} role="status">
        {q !== '' &&
          found
            .slice(0, 8)
            .map(({ id, name, identities }) => (
              <Other
                key={id}
                customerId={customer.id}
                other={{ id, name }}
                about={identities.map(({ value }) => value)}
              />
            ))}
        {q !== '' && list.data && found.length === 0 && <li>{t('customers.noneFound')}</li>}
      </ul>
    </div>
  );
}
