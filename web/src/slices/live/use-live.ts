import type { Case, CasesChanged } from '@baton/contract';
import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { renew } from '../../api/renew.ts';
import { caseQuery } from '../cases/queries.ts';
import { setLive } from '../../live/line.ts';
import { showOthers } from './presence.ts';
import { seldom } from '../../live/seldom.ts';
import { hearLive } from '../../live/one-per-browser.ts';
import { type Said, silentMs } from '../../live/stream.ts';

/** In a busy team something changes all the time; whoever watches the pyramid needs no more than this. */
const pyramidEveryMs = 3_000;

/** Brings what is shown up to date as it changes; not while `isOpen` is false, when nobody is signed in. */
export function useLive(agentId: string | null, isOpen: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isOpen) return undefined;
    let silent: number;
    const renewPyramid = seldom(
      () => void renew(client, { queryKey: ['pyramid'] }),
      pyramidEveryMs,
    );
    const hear = (said: Said) => {
      window.clearTimeout(silent);
      silent = window.setTimeout(() => setLive(false), silentMs);
      setLive(said.kind !== 'lost');
      // When the line is lost, too: it may have been cut because one may no longer enter.
      if (['open', 'missed', 'lost'].includes(said.kind)) void catchUp(client);
      if (said.kind === 'presence') showOthers(client, said.presence);
      if (said.kind === 'pyramid') renewPeople(client);
      if (said.kind !== 'cases') return;
      said.cases.forEach((one) => renewCase(client, one, agentId));
      renewPyramid();
    };
    const stop = hearLive(hear);
    return () => {
      stop();
      window.clearTimeout(silent);
      setLive(false);
    };
  }, [client, agentId, isOpen]);
}

/** Levels, teams, or who belongs to them: what shows them asks again. */
function renewPeople(client: QueryClient): void {
  for (const key of ['levels', 'teams', 'agents', 'pyramid']) {
    void renew(client, { queryKey: [key] });
  }
}

const told = new Set(['cases', 'tasks', 'notices', 'pyramid']);

/** The list as it is shown changes only when its reader says so. */
const isSteady = ({ queryKey }: Query) => queryKey[1] === 'hands' && queryKey[2] === 'shown';

/** Anything may have changed until now, also what was answered a moment ago. */
function catchUp(client: QueryClient): Promise<void> {
  return renew(client, {
    predicate: (query) => told.has(String(query.queryKey[0])) && !isSteady(query),
  });
}

function renewCase(client: QueryClient, changed: CasesChanged['cases'][number], me: string | null) {
  const { queryKey } = caseQuery(changed.id);
  const shown = client.getQueryData(queryKey);
  if (!shown || shown.version < changed.version) void renew(client, { queryKey });
  const hands = client.getQueryCache().findAll({ queryKey: ['cases', 'hands'] });
  if (changed.owner === me || hands.some((list) => concerns(list, changed))) {
    const predicate = (query: Query) => !isSteady(query);
    void renew(client, { queryKey: ['cases', 'hands'], predicate });
  }
  void renew(client, { queryKey: ['tasks'] });
  void renew(client, { queryKey: ['notices', 'unseen'] });
}

type List = { items: Case[] } | { pages: { items: Case[] }[] };

/** Whether a list of cases in somebody's hands has this one, should have it, or is on its way still. */
function concerns(
  { queryKey, state }: Query,
  { id, owner }: CasesChanged['cases'][number],
): boolean {
  const list = state.data as List | undefined;
  if (!list) return state.fetchStatus === 'fetching';
  const items = 'pages' in list ? list.pages.flatMap((page) => page.items) : list.items;
  return (owner !== null && queryKey[4] === owner) || items.some((item) => item.id === id);
}
