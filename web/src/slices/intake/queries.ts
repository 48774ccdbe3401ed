import {
  type answerReasons,
  caseIntake,
  intake,
  type IntakeChange,
  intakeShare,
  type newIntake,
  openIntake,
  printedReceipt,
} from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask, tell } from '../../api/client.ts';

/** What one is taking down, on whatever device it was begun. */
export const openIntakeQuery = queryOptions({
  queryKey: ['intakes', 'open'],
  queryFn: async ({ signal }) => (await ask(openIntake, '/api/intakes/open', { signal })).intake,
});

export const intakeOfCaseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'one', caseId, 'intake'],
    queryFn: async ({ signal }) =>
      (await ask(caseIntake, `/api/cases/${caseId}/intake`, { signal })).intake,
    staleTime: 60_000,
  });

export const shareQuery = queryOptions({
  queryKey: ['intakes', 'share'],
  queryFn: ({ signal }) => ask(intakeShare, '/api/intakes/share', { signal }),
});

const post = (id: string, noun: string, body: unknown) =>
  ask(intake, `/api/intakes/${id}/${noun}`, { method: 'POST', body });

export type Begun = z.input<typeof newIntake>;

export const beginIntake = (body: Begun) => ask(intake, '/api/intakes', { method: 'POST', body });
export const saveIntake = (id: string, body: IntakeChange) =>
  ask(intake, `/api/intakes/${id}`, { method: 'PATCH', body, lasting: true });
export const assure = (id: string, by: 'spoken' | 'sent') => post(id, 'assurance', { by });
export const endIntake = (id: string) => post(id, 'ending', {});
export const answerNow = (
  id: string,
  answer: { because: (typeof answerReasons)[number]; text: string },
) => post(id, 'answer', answer);
export const dropIntake = (id: string) => tell(`/api/intakes/${id}`, { method: 'DELETE' });
export const printReceipt = (id: string) =>
  ask(printedReceipt, `/api/intakes/${id}/printed-receipt`, { method: 'POST', body: {} });
