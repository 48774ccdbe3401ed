import type { MailSettings } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { mailSettingsQuery } from '../inbound-queries.ts';
import { LimitsForm } from '../parts/limits-form.tsx';

/** How much mail is too much: what Baton sends by itself, and what it takes at once. */
export function MailLimits() {
  const { t } = useTranslation();
  const found = useQuery(mailSettingsQuery);
  return (
    <Page title={t('limits.title')} back="/settings">
      {found.error && <ProblemNote error={found.error} onAgain={() => void found.refetch()} />}
      {found.data && <Form settings={found.data} />}
    </Page>
  );
}

function Form({ settings }: { settings: MailSettings }) {
  return <LimitsForm key={JSON.stringify(settings.limits)} limits={settings.limits} />;
}
