import type { Incident } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { When } from '../../../ui/time/when.tsx';
import styles from '../../grants/parts/grants.module.css';
import { agentsQuery } from '../../people/queries.ts';
import { ActButton } from '../parts/act-button.tsx';
import { TouchedList } from '../parts/touched-list.tsx';
import {
  closeIncident,
  giveIncident,
  incidentQuery,
  incidentsQuery,
  letIn,
  prepareNotices,
  renewAll,
  sendNotices,
} from '../queries.ts';

type Shown = { name: string; url: string }[];

/** What was done when an agent was locked out, and what is still to be done. */
export function IncidentPage() {
  const { t } = useTranslation();
  const { incidentId } = useParams({ from: '/desk/settings/drill/$incidentId' });
  const client = useQueryClient();
  const { data: one, error, refetch } = useQuery(incidentQuery(incidentId));
  if (error) return <ProblemNote error={error} onAgain={() => void refetch()} />;
  if (!one) return null;
  const after = async <T,>(act: Promise<T>): Promise<T> => {
    const result = await act;
    await client.invalidateQueries({ queryKey: incidentsQuery.queryKey });
    return result;
  };
  const name = one.agent.name;
  return (
    <Page title={`${t('drill.number', { number: one.number })} · ${name}`} back="/settings/drill">
      <p className={styles.intro}>
        {one.reason} <When at={one.openedAt} sayToday />
      </p>
      <p>
        {t('drill.ended.sessions', { count: one.sessionsEnded })}{' '}
        {t('drill.ended.keys', { count: one.keysRevoked })}{' '}
        {t('drill.ended.cases', { count: one.casesMoved })}
      </p>
      <OwnerChoice id={one.id} owner={one.owner.id} />
      <h2 className={styles.section}>{t('drill.customers')}</h2>
      <p className={styles.intro}>
        {t('drill.window')} <When at={one.from} sayToday /> – <When at={one.to} sayToday />
      </p>
      <Telling one={one} after={after} />
      <TouchedList incidentId={one.id} />
      <Credentials one={one} after={after} />
      <ActButton
        label={t(one.state === 'open' ? 'drill.close' : 'drill.reopen')}
        act={() => after(closeIncident(one.id, one.state === 'open' ? 'closed' : 'open'))}
      />
    </Page>
  );
}

type PartProps = { one: Incident; after: <T>(act: Promise<T>) => Promise<T> };

/** What the customers are told. */
function Telling({ one, after }: PartProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.acts}>
      <ActButton label={t('drill.prepare')} act={() => after(prepareNotices(one.id))} />
      <ActButton
        label={t('drill.send', { count: one.notices.prepared })}
        sure={t('drill.sendSure')}
        primary
        disabled={one.notices.prepared === 0}
        act={() => after(sendNotices(one.id))}
      />
      <Button
        component="a"
        variant="default"
        href={`/api/incidents/${one.id}/customers.csv`}
        download
      >
        {t('drill.csv')}
      </Button>
    </div>
  );
}

/** How agents come in again. */
function Credentials({ one, after }: PartProps) {
  const { t } = useTranslation();
  const [links, setLinks] = useState<Shown>([]);
  const { name } = one.agent;
  return (
    <>
      <h2 className={styles.section}>{t('drill.credentials')}</h2>
      <p className={styles.intro}>{t('drill.credentialsHow')}</p>
      <div className={styles.acts}>
        {one.locked && (
          <ActButton
            label={t('drill.letIn', { name })}
            sure={t('drill.letInSure')}
            act={async () => setLinks([{ name, url: (await after(letIn(one.id))).url ?? '' }])}
          />
        )}
        <ActButton
          label={t('drill.renew')}
          sure={t('drill.renewSure')}
          act={async () => {
            const { items } = await after(renewAll(one.id));
            setLinks(items.map(({ agent, url }) => ({ name: agent.name, url })));
          }}
        />
      </div>
      <Links links={links} />
    </>
  );
}

/** Who answers for the incident. */
function OwnerChoice({ id, owner }: { id: string; owner: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: agents = [] } = useQuery(agentsQuery);
  const giving = useMutation({
    mutationFn: (to: string) => giveIncident(id, to),
    onSuccess: () => client.invalidateQueries({ queryKey: incidentsQuery.queryKey }),
  });
  return (
    <>
      {giving.error && <ProblemNote error={giving.error} />}
      <NativeSelect
        label={t('drill.owner')}
        value={owner}
        onChange={(event) => giving.mutate(event.currentTarget.value)}
        data={agents
          .filter((one) => one.active || one.id === owner)
          .map((one) => ({ value: one.id, label: one.name }))}
      />
    </>
  );
}

/** One-time links, which nobody sees again. */
function Links({ links }: { links: Shown }) {
  const { t } = useTranslation();
  if (links.length === 0) return null;
  return (
    <div role="status">
      <p>{t('drill.links')}</p>
      <ul>
        {links.map(({ name, url }) => (
          <li key={url}>
            {name}: <code className={styles.url}>{url}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
