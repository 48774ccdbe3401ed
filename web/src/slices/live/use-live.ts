import type { Case, CasesChanged } from '@baton/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
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
      () => void client.invalidateQueries({ queryKey: ['pyramid'] }),
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
      said.cases.forEach((one) => renew(client, one, agentId));
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
    void client.invalidateQueries({ queryKey: [key] });
  }
}

const told = new Set(['cases', 'tasks', 'notices', 'pyramid']);

/** Anything may have changed meanwhile; what was asked for a moment ago is not asked for again. */
function catchUp(client: QueryClient): Promise<void> {
  return client.refetchQueries({
    type: 'active',
    stale: true,
    predicate: ({ queryKey }) => told.has(String(queryKey[0])),
  });
}

function renew(client: QueryClient, changed: CasesChanged['cases'][number], me: string | null) {
  const { queryKey } = caseQuery(changed.id);
  const shown = client.getQueryData(queryKey);
  if (shown && shown.version < changed.version) void client.invalidateQueries({ queryKey });
  const hands = client.getQueriesData<List>({ queryKey: ['cases', 'hands'] });
  const concerns = ([key, list]: (typeof hands)[number]) =>
    (changed.owner !== null && key[4] === changed.owner) || isIn(list, changed.id);
  if (changed.owner === me || hands.some(concerns)) {
    // The list as it is shown changes only when its reader says so.
    void client.invalidateQueries({
      queryKey: ['cases', 'hands'],
      predicate: (query) => query.queryKey[2] !== 'shown',
    });
  }
  void client.invalidateQueries({ queryKey: ['tasks'] });
  void client.invalidateQueries({ queryKey: ['notices', 'unseen'] });
}

type List = { items: Case[] } | { pages: { items: Case[] }[] };

function isIn(list: List | undefined, id: string): boolean {
  if (!list) return false;
  const items = 'pages' in list ? list.pages.flatMap((page) => page.items) : list.items;
  return items.some((item) => item.id === id);
}
