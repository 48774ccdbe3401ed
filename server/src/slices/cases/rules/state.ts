import type { CaseStatus, Urgency } from '@baton/contract';

/** A finished pause or a correction of the clock; kept for its explanation, oldest first. */
export type ClockEntry =
  | { kind: 'waiting' | 'solved' | 'set_aside' | 'merged'; from: Date; to: Date }
  | {
      kind: 'resumed_at_least' | 'holding_time_changed' | 'calendar_changed' | 'handed_down';
      at: Date;
      ms: number;
    };

/** The holding time that runs for a case at its level. Lengths are in milliseconds. */
export type HoldingClock = {
  startedAt: Date;
  /** The team at which it began: its level's rule and its calendar count until the next clock. */
  teamId: string;
  /** What had counted at lower levels before it began. */
  beforeMs: number;
  /** How much of that is taken off, where the level counts from the opening of the case. */
  usedMs: number;
  holdingMs: number;
  /** When the case goes up; null while it is paused. */
  due: Date | null;
  pausedAt: Date | null;
  /** What was left when it was paused; null while it runs. */
  remainingMs: number | null;
  /** Finished pauses for waiting at this level. */
  waitedMs: number;
  entries: ClockEntry[];
  /** Warnings given so far (0 to 3), and when the next one is due. */
  warned: number;
  warnAt: Date | null;
};

/** What the customer has to meet: by when, when it is next spoken of, and whether it was missed. */
export type Deadline = { at: Date; warnAt: Date | null; missedAt: Date | null };
/** What was solved before a message of the customer opened the case again. Lengths in ms. */
export type Reopening = {
  /** The event that opened it again, and the message that did. */
  seq: number;
  message: string;
  solution: string;
  solvedAt: Date;
  solvedBy: string | null;
  /** What was left until it would have closed, and until the customer would have been reminded. */
  closeMs: number;
  remindMs: number | null;
  /** Whether it was closed already, and then whether the customer had confirmed it. */
  closed: boolean;
  confirmed: boolean;
};

/**
 * A case as the rules see it: what replaying its events gives. The row in the database is this
 * state, kept for reading, with the number and the subject beside it.
 */
export type CaseState = {
  id: string;
  status: CaseStatus;
  ownerId: string | null;
  teamId: string;
  level: number;
  customerId: string;
  brandId: string;
  channelId: string | null;
  topicId: string | null;
  urgency: Urgency;
  openedAt: Date;
  firstTakerId: string;
  clock: HoldingClock;
  /** A waiting case resumes by itself at this instant. */
  resumeAt: Date | null;
  /** A solved case closes unconfirmed at this instant. */
  closeAt: Date | null;
  /** When the customer of a solved case is asked once more; null once that has happened. */
  remindAt: Date | null;
  /** For as long as the owner may still say that it was thanks; null otherwise. */
  reopening: Reopening | null;
  firstReply: { due: Date; metAt: Date | null; missedAt: Date | null };
  /** The customer's own deadline (domain.md); null where there is none. */
  deadline: Deadline | null;
  /** Marked as one where much is at stake. */
  highStakes: boolean;
  /** Waits that an agent began, and deadlines moved to later. */
  postponed: number;
  solvedAt: Date | null;
  solvedBy: string | null;
  solutionId: string | null;
  closedAt: Date | null;
  confirmed: boolean | null;
  setAsideReason: string | null;
  mergedInto: string | null;
  /** The event of the last hand-over; null where the first owner has held it ever since. */
  handoverSeq: number | null;
  /** When its new owner first opened the case. */
  takenAt: Date | null;
  /** When the lead is told that the new owner has not; null when that is over. */
  untakenAt: Date | null;
  /** How often the case has moved within its level since it came there. */
  moves: number;
  lastMessageAt: Date;
  /** How many events there are; the sequence number of the last one. */
  version: number;
};

/** Statuses in which a case is in somebody's hands (invariant 1). */
export const heldStatuses = ['open', 'waiting', 'solved'] as const;

/** Whether somebody must hold the case now. */
export function isHeld(state: Pick<CaseState, 'status'>): boolean {
  return (heldStatuses as readonly string[]).includes(state.status);
}
