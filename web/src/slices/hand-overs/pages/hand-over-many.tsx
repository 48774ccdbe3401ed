import type { HandoverBatch } from '@baton/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { meQuery } from '../../access/queries.ts';
import { agentsQuery, teamsQuery } from '../../people/queries.ts';
import { Account } from '../parts/account.tsx';
import { BatchForm } from '../parts/batch-form.tsx';
import { narrow } from '../parts/picks.ts';
import { WhichFields } from '../parts/which-fields.tsx';
import { atOnce, casesOfQuery, type Whose } from '../queries.ts';
import styles from '../parts/hand-overs.module.css';

/** Hands over many cases at once: somebody's or a team's, of a topic or of a customer. */
export function HandOverMany() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const search = useSearch({ from: '/desk/hand-overs' });
  const navigate = useNavigate();
  const agents = useQuery(agentsQuery);
  const teams = useQuery(teamsQuery);
  const [done, setDone] = useState<{ batch: HandoverBatch; asked: number } | null>(null);
  const whose = whoseOf(search, me.agent?.id ?? agents.data?.[0]?.id ?? '');
  const list = useQuery({ ...casesOfQuery(whose), enabled: whose.id !== '' });
  const narrowed = { topic: search.topic ?? '', customer: search.customer ?? '' };
  const cases = narrow(list.data ?? [], narrowed);
  const go = (next: { owner?: string; team?: string; topic?: string; customer?: string }) =>
    void navigate({ to: '/hand-overs', search: next, replace: true });
  const own = whose.kind === 'agent' ? { owner: whose.id } : { team: whose.id };
  const error = list.error ?? agents.error ?? teams.error;
  if (done) {
    return (
      <Page title={t('batch.title')}>
        <Account {...done} onMore={() => setDone(null)} />
      </Page>
    );
  }
  return (
    <Page title={t('batch.title')}>
      <p className={styles.hint}>{t('batch.intro')}</p>
      {error && <ProblemNote error={error} onAgain={() => void list.refetch()} />}
      <div className={styles.fields}>
        <WhichFields
          whose={whose}
          narrowed={narrowed}
          cases={list.data ?? []}
          teams={teams.data ?? []}
          agents={agents.data ?? []}
          onWhose={({ kind, id }) => go(kind === 'agent' ? { owner: id } : { team: id })}
          onNarrow={({ topic, customer }) =>
            go({ ...own, ...(topic && { topic }), ...(customer && { customer }) })
          }
        />
      </div>
      {list.data?.length === 0 && <p className={styles.none}>{t('batch.none')}</p>}
      {(list.data?.length ?? 0) >= atOnce && (
        <p className={styles.hint}>{t('batch.full', { most: atOnce })}</p>
      )}
      {cases.length > 0 && (
        <BatchForm
          cases={cases}
          teams={teams.data ?? []}
          agents={agents.data ?? []}
          onDone={(batch, asked) => setDone({ batch, asked })}
        />
      )}
    </Page>
  );
}

function whoseOf({ owner, team }: { owner?: string; team?: string }, me: string): Whose {
  return team ? { kind: 'team', id: team } : { kind: 'agent', id: owner ?? me };
}
