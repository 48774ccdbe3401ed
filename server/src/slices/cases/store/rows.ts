import type { CaseStatus, Urgency } from '@baton/contract';
import type { Selectable } from 'kysely';
import type { BatonCases } from '../../../platform/database-types.ts';
import { priorityAt } from '../rules/priority.ts';
import type { CaseState, ClockEntry, Reopening } from '../rules/state.ts';

export type CaseRow = Selectable<BatonCases>;

/** The columns from which a list shows how a case stands. */
export const itemColumns = [
  ...['id', 'number', 'subject', 'version', 'status', 'urgency', 'high_stakes', 'postponed'],
  ...['owner_id', 'level', 'team_id', 'customer_id', 'brand_id', 'topic_id', 'merged_into'],
  ...['clock_started_at', 'clock_team_id', 'holding_ms', 'due_at', 'paused_at', 'remaining_ms'],
  ...['deadline_at', 'deadline_warn_at', 'deadline_missed_at', 'resume_at', 'close_at'],
  ...['first_reply_due', 'first_reply_met_at', 'first_reply_missed_at', 'reopening'],
  ...['opened_at', 'solved_at', 'remind_at', 'closed_at', 'confirmed', 'set_aside_reason'],
  ...['next_at', 'priority_at'],
] as const satisfies (keyof CaseRow)[];

export type ItemColumns = Pick<CaseRow, (typeof itemColumns)[number]>;
export type ItemState = ReturnType<typeof itemStateOf>;

/** The state that a row keeps, as far as a list shows it. */
export function itemStateOf(row: ItemColumns) {
  return {
    status: row.status as CaseStatus,
    urgency: row.urgency as Urgency,
    openedAt: row.opened_at,
    clock: {
      startedAt: row.clock_started_at,
      teamId: row.clock_team_id,
      holdingMs: row.holding_ms,
      due: row.due_at,
      pausedAt: row.paused_at,
      remainingMs: row.remaining_ms,
    },
    resumeAt: row.resume_at,
    closeAt: row.close_at,
    deadline: row.deadline_at && {
      at: row.deadline_at,
      warnAt: row.deadline_warn_at,
      missedAt: row.deadline_missed_at,
    },
    highStakes: row.high_stakes,
  };
}

/** The state that a row keeps. */
export function stateOf(row: CaseRow): CaseState {
  const { clock, ...item } = itemStateOf(row);
  return {
    ...item,
    id: row.id,
    ownerId: row.owner_id,
    teamId: row.team_id,
    level: row.level,
    customerId: row.customer_id,
    brandId: row.brand_id,
    channelId: row.channel_id,
    topicId: row.topic_id,
    firstTakerId: row.first_taker_id,
    clock: {
      ...clock,
      beforeMs: row.clock_before_ms,
      usedMs: row.clock_used_ms,
      waitedMs: row.waited_ms,
      entries: (row.clock_lines as StoredEntry[]).map(entryOf),
      warned: row.warned,
      warnAt: row.warn_at,
    },
    remindAt: row.remind_at,
    reopening: reopeningOf(row.reopening as StoredReopening | null),
    firstReply: {
      due: row.first_reply_due,
      metAt: row.first_reply_met_at,
      missedAt: row.first_reply_missed_at,
    },
    postponed: row.postponed,
    solvedAt: row.solved_at,
    solvedBy: row.solved_by,
    solutionId: row.solution_id,
    closedAt: row.closed_at,
    confirmed: row.confirmed,
    setAsideReason: row.set_aside_reason,
    mergedInto: row.merged_into,
    handoverSeq: row.handover_seq,
    takenAt: row.taken_at,
    untakenAt: row.untaken_at,
    moves: row.moves,
    lastMessageAt: row.last_message_at,
    version: row.version,
  };
}

type StoredReopening = Omit<Reopening, 'solvedAt'> & { solvedAt: string };

function reopeningOf(stored: StoredReopening | null): Reopening | null {
  return stored && { ...stored, solvedAt: new Date(stored.solvedAt) };
}

type StoredEntry =
  | { kind: 'waiting' | 'solved' | 'set_aside' | 'merged'; from: string; to: string }
  | {
      kind: 'resumed_at_least' | 'holding_time_changed' | 'calendar_changed' | 'handed_down';
      at: string;
      ms: number;
    };

function entryOf(stored: StoredEntry): ClockEntry {
  return 'at' in stored
    ? { ...stored, at: new Date(stored.at) }
    : { ...stored, from: new Date(stored.from), to: new Date(stored.to) };
}

/** The columns that keep a state; subject and number are kept beside it. */
export function columnsOf(state: CaseState) {
  const { clock, firstReply } = state;
  return {
    id: state.id,
    status: state.status,
    owner_id: state.ownerId,
    team_id: state.teamId,
    level: state.level,
    customer_id: state.customerId,
    brand_id: state.brandId,
    channel_id: state.channelId,
    topic_id: state.topicId,
    urgency: state.urgency,
    opened_at: state.openedAt,
    first_taker_id: state.firstTakerId,
    clock_started_at: clock.startedAt,
    clock_team_id: clock.teamId,
    clock_before_ms: clock.beforeMs,
    clock_used_ms: clock.usedMs,
    holding_ms: clock.holdingMs,
    due_at: clock.due,
    paused_at: clock.pausedAt,
    remaining_ms: clock.remainingMs,
    waited_ms: clock.waitedMs,
    clock_lines: clock.entries,
    warned: clock.warned,
    warn_at: clock.warnAt,
    resume_at: state.resumeAt,
    close_at: state.closeAt,
    remind_at: state.remindAt,
    reopening: state.reopening,
    first_reply_due: firstReply.due,
    first_reply_met_at: firstReply.metAt,
    first_reply_missed_at: firstReply.missedAt,
    deadline_at: state.deadline?.at ?? null,
    deadline_warn_at: state.deadline?.warnAt ?? null,
    deadline_missed_at: state.deadline?.missedAt ?? null,
    high_stakes: state.highStakes,
    postponed: state.postponed,
    priority_at: priorityAt(state),
    solved_at: state.solvedAt,
    solved_by: state.solvedBy,
    solution_id: state.solutionId,
    closed_at: state.closedAt,
    confirmed: state.confirmed,
    set_aside_reason: state.setAsideReason,
    merged_into: state.mergedInto,
    handover_seq: state.handoverSeq,
    taken_at: state.takenAt,
    untaken_at: state.untakenAt,
    moves: state.moves,
    last_message_at: state.lastMessageAt,
    version: state.version,
  };
}
