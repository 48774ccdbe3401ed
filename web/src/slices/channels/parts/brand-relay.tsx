import type { Brand } from '@baton/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { relayQuery } from '../sending-queries.ts';
import styles from './channels.module.css';
import { RelayForm } from './relay-form.tsx';

/** By which relay the mail of a brand leaves. */
export function BrandRelay({ brand }: { brand: Pick<Brand, 'id' | 'name'> }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data: relay, error, refetch } = useQuery(relayQuery(brand.id));
  return (
    <section className={styles.part}>
      <h2>{brand.name}</h2>
      {error && <ProblemNote error={error} onAgain={() => void refetch()} />}
      {relay === null && !open && (
        <>
          <p className={styles.intro}>{t('sending.byDefault')}</p>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('sending.add')}
          </Button>
        </>
      )}
      {relay !== undefined && (relay !== null || open) && (
        <RelayForm brand={brand.id} relay={relay} onRemoved={() => setOpen(false)} />
      )}
    </section>
  );
}
