import { type Decision, refuse } from '../../../kernel/decision.ts';
import { secondMs } from '../../../kernel/duration.ts';
import type { CaseEvent, CaseFact, StateBefore } from '../events.ts';
import { replay } from './apply.ts';
import type { CaseState } from './state.ts';

/** How long what an agent sends stays in the house, so that it can be taken back. */
export const heldMs = 10 * secondMs;

/** A message of an agent, as far as taking it back is concerned. */
export type Sent = { id: string; seq: number; kind: string; notBefore: Date | null };

/** What was asked of a helper and had been withdrawn for the solution: it is asked again. */
export type AskedAgain = {
  fact: Extract<CaseFact, { kind: 'task_asked' }>;
  /** The task that was withdrawn. */
  insteadOf: string;
};

/**
 * A reply or solution is taken back before it leaves: with it goes everything that was done in the
 * same act, and the case is as it stood before. Where something else has changed the case meanwhile,
 * that stands, and only the message is taken back; where the customer has answered to it, nothing is.
 * @param events all events of the case, oldest first
 * @param idOf makes the ids of tasks that are asked again
 */
export function withdraw(
  events: CaseEvent[],
  sent: Sent,
  now: Date,
  idOf: () => string,
): { decision: Decision<CaseFact>; again: AskedAgain[] } {
  const refused = (decision: ReturnType<typeof refuse>) => ({ decision, again: [] });
  if (!sent.notBefore || now >= sent.notBefore) {
    return refused(refuse('too_late', 'It has left already and cannot be taken back any more.'));
  }
  const act = actOf(events, sent.seq);
  const before = replay(null, events.slice(0, sent.seq - 1));
  const after = replay(before, act);
  const state = replay(null, events);
  const undisturbed = sameStanding(after, state);
  if (!undisturbed && isStillSo(before, after, state)) {
    return refused(
      refuse('wrong_status', 'Somebody has changed the case meanwhile; look at it, and act anew.'),
    );
  }
  const again = undisturbed ? askedAgain(events, sent.seq, idOf) : [];
  const withdrawn: CaseFact = {
    kind: 'withdrawn',
    message: sent.id,
    about: sent.kind === 'solution' ? 'solution' : 'reply',
    firstReplyUnmet: act.some(({ fact }) => fact.kind === 'first_reply_met'),
    restored: undisturbed ? standingOf(before) : null,
  };
  const checkUps = act.flatMap(({ fact }) => checkUpEnded(fact));
  const asked = again.map(({ fact }) => fact);
  return { decision: [withdrawn, ...(undisturbed ? [...checkUps, ...asked] : [])], again };
}

/** The events of the act that begins with this one: those of one instant, by one actor. */
function actOf(events: CaseEvent[], seq: number): CaseEvent[] {
  const first = events[seq - 1]!;
  const end = events.findIndex((event) => event.seq > seq && !isOneAct(event, first));
  return events.slice(seq - 1, end === -1 ? undefined : end);
}

function isOneAct(one: CaseEvent, other: CaseEvent): boolean {
  return (
    one.at.getTime() === other.at.getTime() &&
    one.actor.kind === other.actor.kind &&
    one.actor.id === other.actor.id
  );
}

function standingOf(state: CaseState): StateBefore {
  const { status, resumeAt, closeAt, clock, postponed, reopening, lastMessageAt } = state;
  const { solvedAt, solvedBy, solutionId } = state;
  const solved = { solvedAt, solvedBy, solutionId };
  return { status, resumeAt, closeAt, clock, postponed, reopening, lastMessageAt, ...solved };
}

/** Whether nobody has changed since where a case stands, and by which clock. */
function sameStanding(one: CaseState, other: CaseState): boolean {
  const essence = ({ status, ownerId, teamId, level, clock, resumeAt, closeAt }: CaseState) =>
    JSON.stringify([status, ownerId, teamId, level, clock, resumeAt, closeAt]);
  return essence(one) === essence(other);
}

/** Whether what the act did to the status still stands, or was answered to. */
function isStillSo(before: CaseState, after: CaseState, now: CaseState): boolean {
  if (before.status === after.status) return false;
  return now.status === after.status || now.status === 'closed';
}

function checkUpEnded(fact: CaseFact): CaseFact[] {
  if (fact.kind !== 'task_asked' || fact.about !== 'check_up') return [];
  return [{ kind: 'task_withdrawn', task: fact.task, agent: fact.agent, because: 'asker' }];
}

/** What had been withdrawn for the solution, in the events right before it. */
function askedAgain(events: CaseEvent[], seq: number, idOf: () => string): AskedAgain[] {
  const solved = events[seq - 1]!;
  const along = events.slice(0, seq - 1).filter((event) => isOneAct(event, solved));
  return along.flatMap(({ fact }) => {
    if (fact.kind !== 'task_withdrawn' || fact.because !== 'solved') return [];
    const asked = events.find(
      (one) => one.fact.kind === 'task_asked' && one.fact.task === fact.task,
    );
    if (asked?.fact.kind !== 'task_asked') return [];
    return [{ fact: { ...asked.fact, task: idOf() }, insteadOf: fact.task }];
  });
}
