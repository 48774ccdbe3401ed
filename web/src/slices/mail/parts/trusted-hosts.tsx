import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import styles from '../../topics/parts/topics.module.css';
import { useSaving } from '../../topics/use-saving.ts';
import { trustHosts } from '../sender-queries.ts';

/** Hosts whose findings about a sender are believed (RFC 8601), one in each line. */
export function TrustedHosts({ hosts }: { hosts: string[] }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(hosts.join('\n'));
  const keeping = useSaving(() => trustHosts(typed.split(/\s+/).filter(Boolean)), 'mail');
  return (
    <section>
      <h2 className={styles.heading}>{t('senders.trusted')}</h2>
      <p className={styles.intro}>{t('senders.trustedHow')}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!keeping.isPending) keeping.mutate();
        }}
      >
        <Textarea
          label={t('senders.hosts')}
          data-path="trustedHosts"
          placeholder="mx.example.com"
          autosize
          minRows={2}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {keeping.error && <ProblemNote error={keeping.error} />}
        <footer>
          <Button type="submit" loading={keeping.isPending}>
            {t('senders.keep')}
          </Button>
          <span role="status">{keeping.isSuccess && t('senders.kept')}</span>
        </footer>
      </form>
    </section>
  );
}
