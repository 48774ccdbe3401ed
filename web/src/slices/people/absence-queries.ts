import {
  absence,
  absenceOutlook,
  absencePage,
  caseShape,
  offerList,
  type Absence,
  type AbsenceReason,
} from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';
import { askAll, withQuery } from '../../api/pages.ts';

/** What runs and what is planned, of an agent or, without one, of everybody. */
export const absencesQuery = (agentId?: string) =>
  queryOptions({
    queryKey: ['absences', agentId ?? null],
    queryFn: ({ signal }) =>
      askAll(absencePage, withQuery('/api/absences', { agent: agentId }), signal),
  });

/** An absence as it stands in the form; instants in ISO 8601, null where they are left open. */
export type Wish = {
  from: string | null;
  until: string | null;
  reason: AbsenceReason;
  cover: string | null;
};

/** What an absence would do to the cases of an agent. */
export const outlookQuery = (agentId: string, { from, until, cover }: Omit<Wish, 'reason'>) =>
  queryOptions({
    queryKey: ['outlook', agentId, from, until, cover],
    queryFn: ({ signal }) =>
      ask(
        absenceOutlook,
        withQuery(`/api/agents/${agentId}/absence-outlook`, { from, until, cover }),
        { signal },
      ),
    placeholderData: (before) => before,
  });

export const recordAbsence = (agentId: string, key: string, { from, ...wish }: Wish) =>
  ask(absence, '/api/absences', {
    method: 'POST',
    key,
    body: { agent: agentId, ...wish, ...(from === null ? {} : { from }) },
  });

/** Changes an absence; one that runs keeps its beginning. */
export const changeAbsence = ({ id, version, state }: Absence, { from, ...wish }: Wish) =>
  ask(absence, `/api/absences/${id}`, {
    method: 'PATCH',
    version,
    body: state === 'running' || from === null ? wish : { ...wish, from },
  });

export const cancelAbsence = (id: string, version: number) =>
  tell(`/api/absences/${id}`, { method: 'DELETE', version });

export const endAbsence = (id: string, version: number) =>
  ask(absence, `/api/absences/${id}/ending`, { method: 'POST', version, body: {} });

/** Cases that are offered back to an agent, and those that the agent can give back. */
export const offersQuery = (agentId: string) =>
  queryOptions({
    queryKey: ['cases', 'offers', agentId],
    queryFn: ({ signal }) => ask(offerList, `/api/agents/${agentId}/offers`, { signal }),
    refetchInterval: 30_000,
  });

/** The case goes back to whoever held it before. */
export const takeBack = (caseId: string, agent: string) =>
  ask(caseShape, `/api/cases/${caseId}/taking-back`, { method: 'POST', body: { agent } });

/** The case stays where it is. */
export const leaveOffer = (caseId: string) =>
  ask(offerList, `/api/cases/${caseId}/taking-back`, { method: 'DELETE' });
