import { NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShowMore } from '../../../ui/list/show-more.tsx';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { useViewer } from '../../../ui/viewer.tsx';
import { wallInstant } from '../../grants/parts/wall-instant.ts';
import { agentsQuery } from '../../people/queries.ts';
import { ledgerQuery } from '../ledger-queries.ts';
import { LedgerList } from '../parts/ledger-list.tsx';
import choices from '../parts/choices.module.css';
import styles from '../parts/ledger.module.css';

const dayMs = 24 * 60 * 60 * 1000;

/** Of each person and day: what they were told, how and when; or why not. */
export function NoticeLedger() {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const [agent, setAgent] = useState('');
  const [day, setDay] = useState('');
  const { data: agents = [] } = useQuery(agentsQuery);
  const list = useInfiniteQuery(
    ledgerQuery({ ...(agent && { agent }), ...(day && withinDay(day, zone)) }),
  );
  const lines = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('ledger.title')} back="/settings">
      <p className={choices.intro}>
        {t('ledger.intro')} <Link to="/settings/notices">{t('ledger.toChoices')}</Link>
      </p>
      <div className={styles.filters}>
        <NativeSelect
          label={t('ledger.who')}
          value={agent}
          onChange={(event) => setAgent(event.currentTarget.value)}
          data={[
            { value: '', label: t('ledger.everybody') },
            ...agents.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextInput
          type="date"
          label={t('ledger.day')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </div>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {list.data && lines.length === 0 && <p className={choices.intro}>{t('ledger.none')}</p>}
      {lines.length > 0 && <LedgerList lines={lines} named />}
      <ShowMore list={list} />
    </Page>
  );
}

/** From midnight to midnight where the viewer is. */
function withinDay(day: string, zone: string): { from?: string; to?: string } {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
  const [from, to] = [wallInstant(`${day}T00:00`, zone), wallInstant(`${next}T00:00`, zone)];
  return from && to ? { from, to } : {};
}
