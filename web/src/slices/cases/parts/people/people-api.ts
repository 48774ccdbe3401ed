import { customerSuggestion, participants, type NewParticipant } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../../../api/client.ts';
import type { On } from '../../doing.ts';

/** Who takes part in a case from outside, and who did. */
export const participantsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'one', caseId, 'participants'],
    queryFn: ({ signal }) => ask(participants, `/api/cases/${caseId}/participants`, { signal }),
  });

/** Who wrote at first what was forwarded to us. */
export const suggestionQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'one', caseId, 'suggestion'],
    queryFn: ({ signal }) =>
      ask(customerSuggestion, `/api/cases/${caseId}/customer-suggestion`, { signal }),
  });

const send = ({ caseId, version }: On, method: 'POST' | 'DELETE', noun: string, body?: unknown) =>
  tell(`/api/cases/${caseId}/${noun}`, {
    method,
    version,
    ...(body === undefined ? {} : { body }),
  });

export const addPerson = (on: On, person: NewParticipant) =>
  send(on, 'POST', 'participants', person);
export const letGo = (on: On, participant: string) =>
  send(on, 'DELETE', `participants/${participant}`);
/** Lets the unknown sender of a message take part, or turns them away. */
export const answerStranger = (on: On, message: string, admit: boolean) =>
  send(on, 'POST', `strangers/${message}`, { admit });
/** Opens a case of its own of a message. */
export const splitOff = (on: On, message: string) =>
  send(on, 'POST', `messages/${message}/split`, {});
export const mergeInto = (on: On, into: string) => send(on, 'POST', 'merging', { into });
export const undoMerge = (on: On) => send(on, 'DELETE', 'merging');
/** Whoever wrote at first what was forwarded becomes the customer. */
export const takeSuggestion = (on: On) => send(on, 'POST', 'customer-suggestion', {});
