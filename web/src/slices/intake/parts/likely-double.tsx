import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { caseQuery } from '../../cases/queries.ts';
import { alikeTypedQuery, customerQuery } from '../../customers/queries.ts';
import { sayCustomer } from '../say-customer.ts';
import type { Taking } from '../use-taking.ts';
import styles from './intake.module.css';

/**
 * Somebody is known by the address or the number that was typed, and was not chosen: said once more
 * before what happened is written down, as that makes a second customer of them.
 */
export function LikelyDouble({ intake, said, change }: Taking) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const byMail = useKnownBy(said.email);
  const byPhone = useKnownBy(said.phone);
  const about = useQuery({ ...caseQuery(intake.case?.id ?? ''), enabled: intake.case !== null });
  const choosing = useMutation({
    mutationFn: (id: string) => client.fetchQuery(customerQuery(id)),
    onSuccess: (known) => change(sayCustomer(known, said)),
  });
  // Whose case it is by now has that address: it need not be asked whether they are they.
  const isKnown = intake.case === null || about.data !== undefined;
  const found = [...byMail, ...byPhone].find(({ id }) => id !== about.data?.customer.id);
  if (said.customer || !isKnown || !found) return null;
  return (
    <div role="status" className={styles.double}>
      <p>{t('intake.perhapsKnown', { name: found.name })}</p>
      {choosing.error && <ProblemNote error={choosing.error} />}
      <Button
        size="compact-sm"
        variant="default"
        loading={choosing.isPending}
        onClick={() => choosing.mutate(found.id)}
      >
        {t('intake.isThemAfterAll', { name: found.name })}
      </Button>
    </div>
  );
}

/** Whoever has this address or number. */
function useKnownBy(typed: string): { id: string; name: string }[] {
  const [settled] = useDebouncedValue(typed.trim(), 250);
  const { data = [], isPlaceholderData } = useQuery(alikeTypedQuery('', settled));
  if (settled.length < 3 || settled !== typed.trim() || isPlaceholderData) return [];
  return data.map(({ customer }) => customer);
}
