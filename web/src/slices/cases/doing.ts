import type { FactValue, HintCode, reasonsAside, Urgency } from '@baton/contract';
import { tell } from '../../api/client.ts';

/** On which case, and the version of it that was on the screen. */
export type On = { caseId: string; version: number };
/** What a repetition is known by, so that it has one effect. */
export type Once = { key: string };

type Written = { text: string; files: string[]; draft: number };
/** The template with which it began, and what was pointed out and sent all the same. */
type WrittenHow = { template: string | null; hints: HintCode[] };
type ForCustomer = Written & WrittenHow & { html?: string; withdrawable: true };

const post = (on: On, noun: string, body: unknown, key?: string) =>
  tell(`/api/cases/${on.caseId}/${noun}`, {
    method: 'POST',
    body,
    version: on.version,
    ...(key === undefined ? {} : { key }),
  });

const remove = (on: On, noun: string) =>
  tell(`/api/cases/${on.caseId}/${noun}`, { method: 'DELETE', version: on.version });

/** Writes to the customer; with `waitUntil` (ISO 8601) the case then waits for them. */
export const reply = (on: On & Once, said: ForCustomer & { waitUntil?: string }) =>
  post(on, 'replies', said, on.key);

/** Notes something among ourselves; a note disturbs nothing and asks for no version. */
export const note = ({ caseId, key }: On & Once, said: Written & { mentions: string[] }) =>
  tell(`/api/cases/${caseId}/notes`, { method: 'POST', body: said, key });

export const solve = (on: On & Once, said: ForCustomer & { withdrawTasks: boolean }) =>
  post(on, 'solution', said, on.key);

type HandOver = {
  /** A code, or the id of a reason of the company's own. */
  reason: string;
  summary: string;
  marked: string[];
  draft: number;
} & (
  | { direction: 'up' }
  | { direction: 'across'; agent?: string; team?: string; topic?: string }
  | { direction: 'down'; agent: string; team: string }
);
export const handOver = (on: On & Once, what: HandOver) => post(on, 'handovers', what, on.key);

/** Takes down what is known of a case; that disturbs nothing and asks for no version. */
export const setFacts = (
  caseId: string,
  answers: { question: string; value: FactValue | null; askedAgain?: boolean }[],
) => tell(`/api/cases/${caseId}/facts`, { method: 'PUT', body: { answers } });

/** @param until ISO 8601 */
export const waitForCustomer = (on: On, until: string) => post(on, 'wait', { until });
export const resume = (on: On) => remove(on, 'wait');
export const reopen = (on: On) => post(on, 'reopening', {});
/** What opened the case again was thanks: solved, as before. */
export const itWasThanks = (on: On) => post(on, 'thanks', {});
export const setAside = (on: On, reason: (typeof reasonsAside)[number]) =>
  post(on, 'setting-aside', { reason });
export const putBack = (on: On) => remove(on, 'setting-aside');

export const follow = (on: On) =>
  tell(`/api/cases/${on.caseId}/followers`, { method: 'POST', body: {} });
export const unfollow = (on: On, agent: string) =>
  tell(`/api/cases/${on.caseId}/followers/${agent}`, { method: 'DELETE' });

export type Correction = {
  topic?: string | null;
  urgency?: Urgency;
  highStakes?: boolean;
  /** ISO 8601; null takes it away. */
  deadline?: string | null;
};
export const correct = (on: On, change: Correction) =>
  tell(`/api/cases/${on.caseId}`, { method: 'PATCH', body: change, version: on.version });
