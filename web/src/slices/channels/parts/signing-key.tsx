import type { DkimKey } from '@baton/contract';
import { Button, CopyButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { checkKey, keysQuery, removeKey } from '../sending-queries.ts';
import styles from './channels.module.css';

/** A domain whose mail is signed, with the record that its DNS has to publish. */
export function SigningKey({ domainKey: { domain, record } }: { domainKey: DkimKey }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const checking = useMutation({ mutationFn: () => checkKey(domain) });
  const removing = useMutation({
    mutationFn: () => removeKey(domain),
    onSuccess: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
  });
  const error = checking.error ?? removing.error;
  return (
    <section className={styles.part}>
      <h3 className={styles.name}>{domain}</h3>
      <p className={styles.muted}>{t('signing.publish')}</p>
      <Copied name={t('signing.recordName')} text={record.name} />
      <Copied name={t('signing.recordValue')} text={record.value} />
      {checking.data && <p role="status">{t(`signing.states.${checking.data.state}`)}</p>}
      {error && <ProblemNote error={error} />}
      <div className={styles.buttons}>
        <Button variant="default" loading={checking.isPending} onClick={() => checking.mutate()}>
          {t('signing.check')}
        </Button>
        <Button
          variant="default"
          loading={removing.isPending}
          onClick={() => {
            if (window.confirm(t('signing.removeAsk', { domain }))) removing.mutate();
          }}
        >
          {t('signing.remove')}
        </Button>
      </div>
    </section>
  );
}

function Copied({ name, text }: { name: string; text: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.copied}>
      <span className={styles.muted}>{name}</span>
      <code>{text}</code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('signing.copy')}: ${name}`}
            onClick={copy}
          >
            {t(copied ? 'signing.copied' : 'signing.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
