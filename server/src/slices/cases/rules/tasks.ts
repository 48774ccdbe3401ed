import { type Decision, refuse } from '../../../kernel/decision.ts';
import { dayMs, hourMs } from '../../../kernel/duration.ts';
import { between, plus } from '../../../kernel/instant.ts';
import type { CaseFact, TaskKind } from '../events.ts';
import { type CaseState, isHeld } from './state.ts';

/** Something that an agent was asked to do on a case, as the rules see it. */
export type Task = {
  id: string;
  kind: TaskKind;
  state: 'asked' | 'done' | 'refused' | 'withdrawn';
  agentId: string;
  askerId: string | null;
  dueAt: Date;
  /** How often somebody was told that it is overdue, and when that is next to be done. */
  warned: number;
  wakeAt: Date | null;
};

/** So long after the helper the owner hears that a task is overdue. */
export const ownerHearsAfterMs = 2 * hourMs;
/** How long the first taker has to see whether the customer was really helped: two days of work. */
export const checkUpWithinMs = 2 * dayMs;
export const checkUpWorkingMs = 2 * 8 * hourMs;

type Asking = { id: string; kind: TaskKind; agent: string; asker: string | null; due: Date };

/** An agent is asked to do something; whose case it is does not change. */
export function ask(state: CaseState, asking: Asking, now: Date): Decision<CaseFact> {
  if (!isHeld(state)) {
    return refuse('wrong_status', `The case is ${state.status}; nothing is to be done on it.`);
  }
  if (asking.agent === state.ownerId) {
    return refuse('wrong_status', 'The case is in the hands of this agent already.');
  }
  if (between(now, asking.due) <= 0) {
    return refuse('invalid_request', 'The instant by which it is to be done has passed.');
  }
  return [asked(asking)];
}

function asked({ id, kind, agent, asker, due }: Asking): CaseFact {
  return { kind: 'task_asked', task: id, about: kind, agent, asker, due };
}

/** The helper has done it; `note` is the message that says what came of it, if there is one. */
export function finish(task: Task, note: string | null): Decision<CaseFact> {
  if (task.state !== 'asked') return isOver(task);
  const { id, agentId: agent, askerId: asker } = task;
  return [...noted(note), { kind: 'task_done', task: id, agent, asker, answer: note }];
}

/** The helper does not do it, and says why in a note. */
export function decline(task: Task, note: string): Decision<CaseFact> {
  if (task.state !== 'asked') return isOver(task);
  const { id, agentId: agent, askerId: asker } = task;
  return [...noted(note), { kind: 'task_refused', task: id, agent, asker, answer: note }];
}

function noted(note: string | null): CaseFact[] {
  return note === null ? [] : [{ kind: 'noted', message: note }];
}

type Withdrawn = Extract<CaseFact, { kind: 'task_withdrawn' }>;
type Because = Withdrawn['because'];

/** It need not be done any more. A check-up looks at who solved the case, so nobody takes it back. */
export function withdraw(task: Task, because: Because): Decision<CaseFact> {
  if (task.kind === 'check_up') {
    return refuse('wrong_status', 'Whoever took the case first looks whether it is really solved.');
  }
  return task.state === 'asked' ? [withdrawn(task, because)] : isOver(task);
}

function withdrawn({ id, agentId }: Task, because: Because): Withdrawn {
  return { kind: 'task_withdrawn', task: id, agent: agentId, because };
}

function isOver(task: Task) {
  return refuse('wrong_status', `The task is ${task.state} already.`);
}

/**
 * What becomes of the open tasks when a case is solved: they stand in the way, unless whoever
 * solves it withdraws them. A check-up asks about the solution itself and goes on.
 */
export function clearForSolving(open: Task[], withdrawing: boolean): Decision<CaseFact> {
  const inTheWay = open.filter(({ kind }) => kind !== 'check_up');
  if (inTheWay.length > 0 && !withdrawing) {
    return refuse(
      'open_tasks',
      `Others still do something on this case (${inTheWay.length}). Wait for them, or solve it and ` +
        'withdraw what they were asked.',
    );
  }
  return inTheWay.map((task) => withdrawn(task, 'solved'));
}

/** What is open need not be done any more, whatever it is. */
export function withdrawAll(open: Task[], because: Because): CaseFact[] {
  return open.map((task) => withdrawn(task, because));
}

/** Whoever was asked works on cases no longer: it comes back to who asked, and to the owner. */
export function helperLeft(task: Task): CaseFact[] {
  return [{ ...withdrawn(task, 'helper_left'), asker: task.askerId }];
}

/**
 * What was asked on a case goes on where the case goes on, when that is merged into another: the
 * same of the same agent, unless they hold the other case. A check-up ends with the solution.
 * @param idOf makes the id of the new task
 * @param dueOf when it is to be done, if its instant has passed
 */
export function goOnIn(
  open: Task[],
  owner: string,
  make: { idOf: (task: Task) => string; dueOf: (task: Task) => Date },
): { from: CaseFact[]; into: CaseFact[] } {
  const going = open.filter(({ kind, agentId }) => kind !== 'check_up' && agentId !== owner);
  return {
    from: withdrawAll(open, 'merged'),
    into: going.map((task) =>
      asked({
        id: make.idOf(task),
        kind: task.kind,
        agent: task.agentId,
        asker: task.askerId,
        due: make.dueOf(task),
      }),
    ),
  };
}

/**
 * Whoever took the case first sees whether the customer was really helped, where somebody else
 * solved it (decisions.md, T2).
 * @param id of the new task
 */
export function checkUp(
  state: CaseState,
  open: Task[],
  task: { id: string; due: Date },
): CaseFact[] {
  if (state.firstTakerId === state.ownerId) return [];
  if (open.some(({ kind }) => kind === 'check_up')) return [];
  return [asked({ ...task, kind: 'check_up', agent: state.firstTakerId, asker: null })];
}

/**
 * Time's part: first the helper hears that a task is overdue, then whoever holds the case.
 * Idempotent: called again at once it decides nothing.
 */
export function overdue(task: Task, state: CaseState, now: Date): CaseFact[] {
  if (task.state !== 'asked' || !task.wakeAt || between(task.wakeAt, now) < 0) return [];
  const nth = Math.min(task.warned + 1, 2);
  const to = nth === 1 ? task.agentId : (state.ownerId ?? task.askerId ?? state.firstTakerId);
  const next = nth === 1 ? plus(task.dueAt, ownerHearsAfterMs) : null;
  return [{ kind: 'task_overdue', task: task.id, agent: task.agentId, nth, to, next }];
}

/** An adviser of the topic; absent ones are not asked. */
export type Adviser = { id: string; present: boolean };

/** Whom of the help chain one asks next: the first who is there and was not asked yet. */
export function nextAdviser(
  chain: Adviser[],
  askedBefore: string[],
  ownerId: string | null,
): string | null {
  const next = chain.find(
    ({ id, present }) => present && id !== ownerId && !askedBefore.includes(id),
  );
  return next?.id ?? null;
}
