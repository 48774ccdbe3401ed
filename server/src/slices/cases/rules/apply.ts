import { between } from '../../../kernel/instant.ts';
import type { CaseEvent, CaseFact, ClockResumption, ClockStart } from '../events.ts';
import { deadlineChanged } from './deadline.ts';
import { endingChanged } from './ending.ts';
import { mergingChanged } from './merged.ts';
import { ruleChanged } from './rule-changed.ts';
import { type CaseState, type ClockEntry, type HoldingClock, isHeld } from './state.ts';
import { takenBack } from './taken-back.ts';

type Opened = Extract<CaseFact, { kind: 'opened' }>;

/**
 * The state of a case after one more event: the only place where a state is made. Replaying all
 * events of a case from `null` gives the state that its row keeps (invariant 8).
 * @throws Error when the events do not begin with `opened` or are out of order
 */
export function apply(before: CaseState | null, event: CaseEvent): CaseState {
  if (event.fact.kind === 'opened') {
    if (before) throw new Error(`case ${event.caseId} is opened twice`);
    return opened(event, event.fact);
  }
  if (!before || event.seq !== before.version + 1) {
    throw new Error(`event ${event.seq} of case ${event.caseId} does not follow`);
  }
  const after = { ...before, ...changed(before, event.fact, event), version: event.seq };
  const ended = { ...after, ...endingChanged(before, after, event) };
  return isHeld(ended) ? ended : { ...ended, untakenAt: null };
}

/** Applies several events, oldest first. */
export function replay(before: CaseState | null, events: CaseEvent[]): CaseState {
  const after = events.reduce<CaseState | null>(apply, before);
  if (!after) throw new Error('a case has at least one event');
  return after;
}

function opened(event: CaseEvent, fact: Opened): CaseState {
  return {
    id: event.caseId,
    status: 'open',
    ownerId: fact.owner,
    teamId: fact.team,
    level: fact.level,
    customerId: fact.customer,
    brandId: fact.brand,
    channelId: fact.channel,
    topicId: fact.topic,
    urgency: fact.urgency,
    openedAt: event.at,
    firstTakerId: fact.owner,
    clock: started(fact.clock, fact.team),
    resumeAt: null,
    closeAt: null,
    remindAt: null,
    reopening: null,
    firstReply: { due: fact.firstReplyDue, metAt: null, missedAt: null },
    deadline: null,
    highStakes: false,
    postponed: 0,
    solvedAt: null,
    solvedBy: null,
    solutionId: null,
    closedAt: null,
    confirmed: null,
    setAsideReason: null,
    mergedInto: null,
    handoverSeq: null,
    takenAt: null,
    untakenAt: null,
    moves: 0,
    lastMessageAt: event.at,
    version: event.seq,
  };
}

function changed(state: CaseState, fact: CaseFact, event: CaseEvent): Partial<CaseState> {
  const merging = mergingChanged(state, fact, event.at, {
    ended: () => pauseEnded(state, event.at),
    resumed: (clock) => resumed(state, clock, event.at),
  });
  return merging ?? statusChanged(state, fact, event) ?? detailChanged(state, fact, event.at);
}

/** What a fact does to the status, and to hands and clock with it; null when it is no such fact. */
function statusChanged(
  state: CaseState,
  fact: CaseFact,
  { at, actor, seq }: CaseEvent,
): Partial<CaseState> | null {
  switch (fact.kind) {
    case 'waiting_began':
      return {
        status: 'waiting',
        resumeAt: fact.until,
        clock: paused(state.clock, fact, at),
        postponed: state.postponed + (actor.kind === 'agent' || actor.kind === 'key' ? 1 : 0),
      };
    case 'resumed':
      return { status: 'open', resumeAt: null, clock: resumed(state, fact.clock, at) };
    case 'handed_over':
      return handedOver(state, fact, { at, seq });
    case 'solved':
      return {
        status: 'solved',
        resumeAt: null,
        closeAt: fact.closeAt,
        solvedAt: at,
        solvedBy: actor.kind === 'agent' ? actor.id : state.ownerId,
        solutionId: fact.solution,
        lastMessageAt: at,
        clock: paused(pauseEnded(state, at), fact, at),
      };
    case 'closed':
      return { status: 'closed', closeAt: null, closedAt: at, confirmed: fact.confirmed };
    case 'thanked':
      return thanked(state, fact, at);
    case 'reopened':
      return { ...reopened, ownerId: fact.owner, clock: resumed(state, fact.clock, at) };
    case 'set_aside':
      return {
        status: 'set_aside',
        resumeAt: null,
        setAsideReason: fact.reason,
        clock: paused(pauseEnded(state, at), fact, at),
      };
    case 'put_back':
      return {
        status: 'open',
        ownerId: fact.owner,
        setAsideReason: null,
        clock: resumed(state, fact.clock, at),
      };
    default:
      return null;
  }
}

/** What else a fact changes; facts that only tell something change nothing. */
function detailChanged(state: CaseState, fact: CaseFact, at: Date): Partial<CaseState> {
  switch (fact.kind) {
    case 'message_received':
    case 'message_brought':
    case 'replied':
    case 'noted':
    case 'customer_told':
    case 'call_logged':
      return { lastMessageAt: at };
    case 'withdrawn':
      return takenBack(state, fact);
    case 'taken':
      return { takenAt: at, untakenAt: null };
    case 'untaken':
      return { untakenAt: null };
    case 'first_reply_met':
      return { firstReply: { ...state.firstReply, metAt: at } };
    case 'first_reply_missed':
      return { firstReply: { ...state.firstReply, missedAt: at } };
    case 'accountability_opened':
      return { clock: started(fact.clock, state.teamId) };
    case 'warned':
      return { clock: { ...state.clock, warned: fact.nth, warnAt: fact.next } };
    case 'customer_set':
      return { customerId: fact.customer };
    case 'topic_set':
      return { topicId: fact.topic };
    case 'urgency_set':
      return { urgency: fact.urgency };
    case 'holding_time_changed':
    case 'calendar_changed':
      return { clock: ruleChanged(state.clock, fact, at) };
    case 'high_stakes_set':
      return { highStakes: fact.is };
    case 'deadline_set':
    case 'deadline_near':
    case 'deadline_missed':
      return deadlineChanged(state, fact, at);
    default:
      return {};
  }
}

const reopened = {
  status: 'open',
  closeAt: null,
  closedAt: null,
  confirmed: null,
  solvedAt: null,
  solvedBy: null,
  solutionId: null,
} as const;

/** Solved as before the message that was thanks; the clock stands still again. */
function thanked(
  state: CaseState,
  fact: Extract<CaseFact, { kind: 'thanked' }>,
  at: Date,
): Partial<CaseState> {
  return {
    status: 'solved',
    closeAt: fact.closeAt,
    solvedAt: state.reopening?.solvedAt ?? at,
    solvedBy: state.reopening?.solvedBy ?? null,
    solutionId: state.reopening?.solution ?? null,
    clock: paused(state.clock, fact, at),
  };
}

function handedOver(
  state: CaseState,
  fact: Extract<CaseFact, { kind: 'handed_over' }>,
  { at, seq }: Pick<CaseEvent, 'at' | 'seq'>,
): Partial<CaseState> {
  const hands = {
    ownerId: fact.to,
    teamId: fact.team,
    level: fact.level,
    handoverSeq: seq,
    takenAt: null,
    untakenAt: fact.takeBy ?? null,
    moves: fact.direction === 'across' ? state.moves + 1 : 0,
  };
  if (!fact.clock) {
    const clock = fact.direction === 'down' ? handedDown(state.clock, at) : state.clock;
    const warnAt = fact.warnAt === undefined ? clock.warnAt : fact.warnAt;
    return { ...hands, clock: { ...clock, warnAt } };
  }
  return { ...hands, status: 'open', resumeAt: null, clock: started(fact.clock, fact.team) };
}

/** The due instant stays, and so do the settings by which it was counted. */
function handedDown(clock: HoldingClock, at: Date): HoldingClock {
  const entry: ClockEntry = { kind: 'handed_down', at, ms: 0 };
  return { ...clock, entries: [...clock.entries, entry] };
}

function started(fact: ClockStart, teamId: string): HoldingClock {
  const { startedAt, holdingMs, due, warnAt, toppedUpMs } = fact;
  return {
    startedAt,
    teamId,
    holdingMs,
    due,
    warnAt,
    beforeMs: fact.beforeMs ?? 0,
    usedMs: fact.usedMs ?? 0,
    pausedAt: null,
    remainingMs: null,
    waitedMs: 0,
    entries: toppedUpMs ? [{ kind: 'resumed_at_least', at: startedAt, ms: toppedUpMs }] : [],
    warned: fact.warned ?? 0,
  };
}

function paused(clock: HoldingClock, fact: { remainingMs: number }, at: Date): HoldingClock {
  return { ...clock, due: null, warnAt: null, pausedAt: at, remainingMs: fact.remainingMs };
}

/** The clock after the pause in which the case may stand is written down as ended at `at`. */
function pauseEnded({ clock, status }: CaseState, at: Date): HoldingClock {
  if (!clock.pausedAt || status === 'open') return clock;
  const kind = status === 'closed' ? 'solved' : status;
  const waitedMs = clock.waitedMs + (kind === 'waiting' ? between(clock.pausedAt, at) : 0);
  const entry: ClockEntry = { kind, from: clock.pausedAt, to: at };
  return { ...clock, waitedMs, entries: [...clock.entries, entry] };
}

/** The clock that goes on at `at` after the pause in which the case stands. */
export function resumed(state: CaseState, fact: ClockResumption, at: Date): HoldingClock {
  const clock = pauseEnded(state, at);
  const entries: ClockEntry[] = fact.toppedUpMs
    ? [...clock.entries, { kind: 'resumed_at_least', at, ms: fact.toppedUpMs }]
    : clock.entries;
  return {
    ...clock,
    entries,
    due: fact.due,
    warned: fact.warned,
    warnAt: fact.warnAt,
    pausedAt: null,
    remainingMs: null,
  };
}
