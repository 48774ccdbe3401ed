import { accessKinds } from '@baton/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { agentsQuery } from '../../people/queries.ts';
import type { AccessGiven } from '../access-queries.ts';
import { type Chosen, CustomerChoice } from './customer-choice.tsx';
import styles from './grants.module.css';

/** The filter as it is typed; the times are those of a wall in the viewer's zone. */
export type Typed = {
  actor: string;
  kind: '' | NonNullable<AccessGiven['kind']>;
  customer: Chosen | null;
  from: string;
  to: string;
  address: string;
};

type Props = { typed: Typed; set: (part: Partial<Typed>) => void };

/** Of whom, about whom, what, when and from where. */
export function AccessFilter({ typed, set }: Props) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: agents = [] } = useQuery(agentsQuery);
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={t('accessLog.who')}
        value={typed.actor}
        onChange={(event) => set({ actor: event.currentTarget.value })}
        data={[
          { value: '', label: t('accessLog.everybody') },
          ...agents.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        label={t('accessLog.what')}
        value={typed.kind}
        onChange={(event) =>
          set({ kind: accessKinds.find((one) => one === event.currentTarget.value) ?? '' })
        }
        data={[
          { value: '', label: t('accessLog.everything') },
          ...accessKinds.map((value) => ({ value, label: t(`accessLog.kind.${value}`) })),
        ]}
      />
      {may(me, 'Customers', 'reader') && (
        <CustomerChoice chosen={typed.customer} onChoose={(customer) => set({ customer })} />
      )}
      <TextInput
        type="datetime-local"
        label={t('accessLog.from')}
        value={typed.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t('accessLog.to')}
        value={typed.to}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      <TextInput
        label={t('accessLog.address')}
        value={typed.address}
        maxLength={45}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
    </div>
  );
}
