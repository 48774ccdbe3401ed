import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { customersLikeQuery } from '../../customers/like-query.ts';
import { agentsQuery } from '../../people/queries.ts';
import { sayCustomer } from '../say-customer.ts';
import type { Taking } from '../use-taking.ts';
import styles from './intake.module.css';

/** Who is known by the name, the address or the number that is being typed; colleagues as well. */
export function Alike({ said, change }: Pick<Taking, 'said' | 'change'>) {
  const { t } = useTranslation();
  const words = [said.email, said.phone, said.name].map((text) => text.trim()).find(Boolean) ?? '';
  const [settled] = useDebouncedValue(words, 250);
  const { data: found = [] } = useQuery(customersLikeQuery(said.customer ? '' : settled));
  const { data: agents = [] } = useQuery(agentsQuery);
  if (said.customer) {
    return (
      <p className={styles.known} role="status">
        <span>{t('intake.isKnown')}</span>
        <Button size="compact-xs" variant="default" onClick={() => change({ customer: null })}>
          {t('intake.notThem')}
        </Button>
      </p>
    );
  }
  const folded = settled.toLowerCase();
  const colleagues =
    folded.length > 2
      ? agents
          .filter(({ name, active }) => active && name.toLowerCase().includes(folded))
          .slice(0, 3)
      : [];
  const others = colleagues.filter(
    ({ email }) => !found.some((one) => one.identities.some(({ value }) => value === email)),
  );
  if (settled.length < 2 || found.length + others.length === 0) return null;
  return (
    <div className={styles.alike}>
      {found.length > 0 && <span>{t('intake.known')}</span>}
      {found.map((one) => (
        <Button
          key={one.id}
          size="compact-sm"
          variant="default"
          onClick={() => change(sayCustomer(one, said))}
        >
          {one.name} {one.identities[0] && <small>{one.identities[0].value}</small>}
        </Button>
      ))}
      {others.length > 0 && <span>{t('intake.colleagues')}</span>}
      {others.map(({ id, name, email, language }) => (
        <Button
          key={id}
          size="compact-sm"
          variant="default"
          onClick={() => change({ name, email, language })}
        >
          {name} <small>{email}</small>
        </Button>
      ))}
    </div>
  );
}
