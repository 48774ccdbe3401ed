import type { Case, CasesChanged } from '@baton/contract';
import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { renew } from '../../api/renew.ts';
import { caseQuery } from '../cases/queries.ts';
import { setLive } from '../../live/line.ts';
import { showOthers } from './presence.ts';
import { seldom } from '../../live/seldom.ts';
import { inTurn } from '../../live/in-turn.ts';
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
    // However much changes, nothing is asked for anew before its answer has come.
    const renewHands = inTurn(() =>
      renew(client, { queryKey: ['cases', 'hands'], predicate: (query) => !isSteady(query) }),
    );
    const renewAsked = inTurn(() => renew(client, { queryKey: ['tasks'] }));
    const renewUnseen = inTurn(() => renew(client, { queryKey: ['notices', 'unseen'] }));
    const hear = (said: Said) => {
      window.clearTimeout(silent);
      silent = window.setTimeout(() => setLive(false), silentMs);
      setLive(said.kind !== 'lost');
      // When the line is lost, too: it may have been cut because one may no longer enter.
      if (['open', 'missed', 'lost'].includes(said.kind)) void catchUp(client);
      if (said.kind === 'presence') showOthers(client, said.presence);
      if (said.kind === 'pyramid') renewPeople(client);
      if (said.kind !== 'cases') return;
      said.cases.forEach((one) => renewCase(client, one));
      if (said.cases.some((one) => one.owner === agentId || isListed(client, one))) renewHands();
      renewAsked();
      renewUnseen();
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

type Changed = CasesChanged['cases'][number];

function renewCase(client: QueryClient, { id, version }: Changed): void {
  const { queryKey } = caseQuery(id);
  const shown = client.getQueryData(queryKey);
  if (!shown || shown.version < version) void renew(client, { queryKey });
}

/** Whether a list of cases in somebody's hands has this one, should have it, or is on its way still. */
function isListed(client: QueryClient, { id, owner }: Changed): boolean {
  const lists = client.getQueryCache().findAll({ queryKey: ['cases', 'hands'] });
  return lists.some(({ queryKey, state }) => {
    const list = state.data as List | undefined;
    if (!list) return state.fetchStatus === 'fetching';
    const items = 'pages' in list ? list.pages.flatMap((page) => page.items) : list.items;
    return (owner !== null && queryKey[4] === owner) || items.some((item) => item.id === id);
  });
}

type List = { items: Case[] } | { pages: { items: Case[] }[] };
