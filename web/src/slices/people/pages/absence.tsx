import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/shell/page.tsx';
import { meQuery } from '../../access/queries.ts';
import { Absences } from '../parts/absences.tsx';

/** One's own absences: what runs, what is planned, and a new one. */
export function AbsencePage() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  return (
    <Page title={t('absence.title')}>{me.agent && <Absences agentId={me.agent.id} own />}</Page>
  );
}
