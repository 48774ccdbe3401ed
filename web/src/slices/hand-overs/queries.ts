import { casePage, handoverBatch, type HandoverDirection } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { askAll, withQuery } from '../../api/pages.ts';

/** Whose cases: those of an agent, or of a team. */
export type Whose = { kind: 'agent' | 'team'; id: string };

/** So many cases are handed over at once; more than a person would look through. */
export const atOnce = 200;

/** The cases in work of an agent or a team, the most pressing first. */
export const casesOfQuery = ({ kind, id }: Whose) =>
  queryOptions({
    queryKey: ['cases', 'in-work', kind, id],
    queryFn: ({ signal }) => {
      const whose = kind === 'agent' ? { owner: id } : { team: id };
      const list = withQuery('/api/cases', {
        ...whose,
        status: 'open,waiting',
        sort: 'priority',
      });
      return askAll(casePage, list, signal, atOnce);
    },
  });

/** Where cases are to go, as it is being chosen; without `to` to whoever is next. */
export type Where = { direction: HandoverDirection; to: Whose | null };

type Along = { reason: string; summary: string };

function bodyOf(cases: string[], { direction, to }: Where, along: Along, dryRun: boolean) {
  const named = to && direction !== 'up' ? { [to.kind]: to.id } : {};
  return {
    filter: { cases },
    handOver: { direction, ...along, ...named },
    limit: atOnce,
    dryRun,
  };
}

const batch = (body: unknown, sent: { key: string } | { signal: AbortSignal }) =>
  ask(handoverBatch, '/api/hand-overs/batch', { method: 'POST', body, ...sent });

/** Nothing of it stays, so that any reason of the direction will do. */
const anyReason = { up: 'not_in_time', across: 'wish_of_lead', down: 'wish_of_lead' } as const;

/** Where these cases would go now, and which of them would stay. */
export const lookAheadQuery = (cases: string[], where: Where) =>
  queryOptions({
    queryKey: ['cases', 'look-ahead', where, cases],
    queryFn: ({ signal }) => {
      const along = { reason: anyReason[where.direction], summary: '–' };
      return batch(bodyOf(cases, where, along, true), { signal });
    },
    placeholderData: (before) => before,
    staleTime: 10_000,
  });

/** Hands these cases over; each goes with the same reason and summary. */
export const handOverMany = (key: string, cases: string[], where: Where, along: Along) =>
  batch(bodyOf(cases, where, along, false), { key });
