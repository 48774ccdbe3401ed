import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customersLikeQuery } from '../../customers/like-query.ts';
import styles from './grants.module.css';

export type Chosen = { id: string; name: string };
type Props = { chosen: Chosen | null; onChoose: (chosen: Chosen | null) => void };

/** One customer, found by the beginning of a name or an address. */
export function CustomerChoice({ chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words.trim(), 300);
  const { data: found } = useQuery(customersLikeQuery(settled));
  if (chosen) {
    return (
      <div className={styles.chosen}>
        <span>{t('accessLog.about')}</span>
        <Button variant="default" onClick={() => onChoose(null)}>
          {chosen.name} ×
        </Button>
      </div>
    );
  }
  return (
    <div>
      <TextInput
        label={t('accessLog.about')}
        placeholder={t('accessLog.findCustomer')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {settled.length > 1 && found && (
        <ul className={styles.found}>
          {found.length === 0 && <li>{t('accessLog.noCustomer')}</li>}
          {found.map(({ id, name }) => (
            <li key={id}>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setWords('');
                  onChoose({ id, name });
                }}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
