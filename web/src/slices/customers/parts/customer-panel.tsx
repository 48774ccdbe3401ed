import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName, timeIn } from '../../../ui/time/format.ts';
import { useNow } from '../../../ui/time/now.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { customerQuery } from '../queries.ts';
import { References } from './references.tsx';
import styles from './customer-panel.module.css';

type Props = { id: string; name: string; children?: ReactNode };

/** Who the customer is and how to reach them. */
export function CustomerPanel({ id, name, children }: Props) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const now = useNow();
  const { data } = useQuery(customerQuery(id));
  return (
    <section>
      <h2>{t('side.customer')}</h2>
      <p className={styles.name}>{name}</p>
      <ul className={styles.facts}>
        {data?.identities.map((identity) => (
          <li key={identity.kind + identity.value}>{identity.value}</li>
        ))}
        {data?.language && <li>{languageName(data.language, viewer)}</li>}
        {data?.zone && (
          <li>
            {data.zone.replaceAll('_', ' ')}, {timeIn(data.zone, now, viewer)}
          </li>
        )}
      </ul>
      {data && <References customerId={id} items={data.references} />}
      {children}
    </section>
  );
}
