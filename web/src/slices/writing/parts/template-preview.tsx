import { fillBlanks } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../access/queries.ts';
import { handsNowQuery } from '../../cases/queries.ts';
import { valuesOf } from '../fit.ts';
import styles from './writing.module.css';

/** A template as it begins in one of one's own cases. */
export function TemplatePreview({ text }: { text: string }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data } = useQuery(handsNowQuery('due'));
  const cases = data?.items ?? [];
  const [chosen, setChosen] = useState('');
  const item = cases.find(({ id }) => id === chosen) ?? cases[0];
  if (!item || text.trim() === '') return null;
  return (
    <section aria-label={t('templates.preview')}>
      <NativeSelect
        label={t('templates.previewIn')}
        value={item.id}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={cases.map(({ id, number, subject }) => ({
          value: id,
          label: `${number} ${subject}`,
        }))}
      />
      <div className={`${styles.preview} ${styles.below} written`}>
        {fillBlanks(text, valuesOf(item, me.name))}
      </div>
    </section>
  );
}
