import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { addKey, keysQuery } from '../sending-queries.ts';
import styles from './channels.module.css';
import { SigningKey } from './signing-key.tsx';

const usualSelector = 'baton';

/** The domains whose mail is signed (DKIM), and a form for one more. */
export function Signing() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(keysQuery);
  return (
    <section className={styles.part}>
      <h2>{t('signing.title')}</h2>
      <p className={styles.intro}>{t('signing.intro')}</p>
      {error && <ProblemNote error={error} onAgain={() => void refetch()} />}
      {data?.items.map((key) => (
        <SigningKey key={key.domain} domainKey={key} />
      ))}
      <NewKey />
    </section>
  );
}

function NewKey() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [domain, setDomain] = useState('');
  const [selector, setSelector] = useState(usualSelector);
  const [ownKey, setOwnKey] = useState('');
  const adding = useMutation({
    mutationFn: () =>
      addKey({
        domain: domain.trim(),
        selector: selector.trim(),
        privateKey: ownKey.trim() || null,
      }),
    onSuccess: () => {
      setDomain('');
      setSelector(usualSelector);
      setOwnKey('');
      return client.invalidateQueries({ queryKey: keysQuery.queryKey });
    },
  });
  return (
    <form
      className={`${styles.form} ${styles.part}`}
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate();
      }}
    >
      <div className={styles.pair}>
        <TextInput
          label={t('signing.domain')}
          data-path="domain"
          placeholder="example.com"
          required
          withAsterisk={false}
          value={domain}
          onChange={(event) => setDomain(event.currentTarget.value)}
        />
        <TextInput
          label={t('signing.selector')}
          data-path="selector"
          required
          withAsterisk={false}
          value={selector}
          onChange={(event) => setSelector(event.currentTarget.value)}
        />
      </div>
      <OwnKey value={ownKey} onChange={setOwnKey} />
      {adding.error && <ProblemNote error={adding.error} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={adding.isPending}>
          {t('signing.add')}
        </Button>
      </div>
    </form>
  );
}

/** A key that was made elsewhere; without it Baton makes one. */
function OwnKey({ value, onChange }: { value: string; onChange: (key: string) => void }) {
  const { t } = useTranslation();
  return (
    <Textarea
      label={t('signing.ownKey')}
      data-path="privateKey"
      description={t('signing.ownKeyHow')}
      autosize
      minRows={1}
      maxRows={8}
      maxLength={10_000}
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
