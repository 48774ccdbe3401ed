import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { mailSettingsQuery } from '../inbound-queries.ts';
import { BlockedSenders } from '../parts/blocked-senders.tsx';
import { TrustedHosts } from '../parts/trusted-hosts.tsx';

/** Whose mail is not wanted, and whose word on a sender is believed. */
export function Senders() {
  const { t } = useTranslation();
  const settings = useQuery(mailSettingsQuery);
  return (
    <Page title={t('senders.title')} back="/settings">
      <BlockedSenders />
      {settings.error && (
        <ProblemNote error={settings.error} onAgain={() => void settings.refetch()} />
      )}
      {settings.data && <TrustedHosts hosts={settings.data.trustedHosts} />}
    </Page>
  );
}
