import { Button, CopyButton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { identityProviderQuery, testIdentityProvider } from '../provider-queries.ts';
import { ProviderForm } from './provider-form.tsx';
import styles from './provider.module.css';

/** By which provider agents come in, and whether it works. */
export function ProviderPart() {
  const { t } = useTranslation();
  const found = useQuery(identityProviderQuery);
  return (
    <section className={styles.part}>
      <h2>{t('providerSettings.title')}</h2>
      <p>{t('providerSettings.why')}</p>
      {found.error && <ProblemNote error={found.error} onAgain={() => void found.refetch()} />}
      {found.data && (
        <>
          <Redirect uri={found.data.redirectUri} />
          <ProviderForm provider={found.data.provider} />
          {found.data.provider && <Trial key={JSON.stringify(found.data.provider)} />}
        </>
      )}
    </section>
  );
}

function Redirect({ uri }: { uri: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.redirect}>
      <span>{t('providerSettings.redirect')}</span>
      <code>{uri}</code>
      <CopyButton value={uri}>
        {({ copied, copy }) => (
          <Button variant="default" size="xs" onClick={copy}>
            {t(copied ? 'providerSettings.copied' : 'providerSettings.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}

function Trial() {
  const { t } = useTranslation();
  const trying = useMutation({ mutationFn: testIdentityProvider });
  const trouble = trying.data;
  return (
    <div className={styles.trial}>
      <Button variant="default" loading={trying.isPending} onClick={() => trying.mutate()}>
        {t('providerSettings.test')}
      </Button>
      {trying.error && <ProblemNote error={trying.error} />}
      <p role="status" data-trouble={Boolean(trouble)}>
        {trouble && t(`providerSettings.troubles.${trouble}`)}
        {trouble === null && t('providerSettings.fine')}
      </p>
    </div>
  );
}
