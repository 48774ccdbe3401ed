import type { HandoverDirection, Urgency } from '@baton/contract';
import type { Actor } from '../../kernel/actor.ts';
import type { ClockRuleFact } from './clock-facts.ts';
import type { IntakeFact } from './intake-facts.ts';
import type { CaseState, HoldingClock } from './rules/state.ts';

/** A clock that begins: at opening, at passing up, and for the next period at the top. */
export type ClockStart = {
  startedAt: Date;
  holdingMs: number;
  due: Date;
  warnAt: Date | null;
  /** What had counted at lower levels; how much of it is taken off; what was added to that again. */
  beforeMs?: number;
  usedMs?: number;
  toppedUpMs?: number;
  /** Warnings whose share of the time was used up before. */
  warned?: number;
};

/**
 * A clock that goes on after a pause, with what was added so that it is at least the minimum.
 * `warned` counts warnings whose share of the time is already used up as given.
 */
export type ClockResumption = {
  due: Date;
  warned: number;
  warnAt: Date | null;
  toppedUpMs: number;
};

/** Where a case stood before an act that is taken back. */
export type StateBefore = Pick<
  CaseState,
  | 'status'
  | 'resumeAt'
  | 'closeAt'
  | 'clock'
  | 'postponed'
  | 'reopening'
  | 'lastMessageAt'
  | 'solvedAt'
  | 'solvedBy'
  | 'solutionId'
>;

/** In words of whoever asks; advice from the help chain; the first taker's check-up. */
export type TaskKind = 'task' | 'advice' | 'check_up';

/**
 * Everything that can happen to a case: ids, codes, instants and lengths only (invariant 8). Names,
 * addresses and texts stand in rows of their own, to which the ids point.
 */
export type CaseFact =
  | {
      kind: 'opened';
      customer: string;
      brand: string;
      channel: string | null;
      topic: string | null;
      urgency: Urgency;
      team: string;
      level: number;
      owner: string;
      /** Everybody in the team was full: the lead is to know. */
      full: boolean;
      clock: ClockStart;
      firstReplyDue: Date;
      message: string;
      /** The rule that chose the topic. */
      rule: string | null;
      /** Whether the customer gets a receipt; machines and old messages get none. */
      receipt: boolean;
      /** Taken down while the customer speaks: the receipt waits until that has ended. */
      spoken?: true;
    }
  | {
      kind: 'message_received';
      message: string;
      automatic: boolean;
      /** It opened the case again with the words that it is not solved. */
      denies?: true;
    }
  | { kind: 'replied'; message: string }
  | {
      /** A reply or solution was taken back before it left, with all that was done in one act. */
      kind: 'withdrawn';
      message: string;
      about: 'reply' | 'solution';
      /** The first reply is owed again. */
      firstReplyUnmet: boolean;
      /** Null where something else changed the case meanwhile: that stands. */
      restored: StateBefore | null;
    }
  | { kind: 'noted'; message: string; mentions?: string[] }
  | { kind: 'customer_told'; message: string; about: string }
  | { kind: 'delivery_failed'; message: string; state: 'refused' | 'bounced' }
  /** Whoever got the message, or their mail host, complains of it (RFC 5965). */
  | { kind: 'complained'; message: string }
  | { kind: 'first_reply_met' }
  | { kind: 'first_reply_missed'; warned: string }
  | { kind: 'waiting_began'; until: Date; remainingMs: number }
  | { kind: 'resumed'; by: 'customer' | 'agent' | 'time'; clock: ClockResumption }
  | {
      kind: 'handed_over';
      direction: HandoverDirection;
      reason: string;
      from: string;
      to: string;
      fromTeam: string;
      team: string;
      fromLevel: number;
      level: number;
      full: boolean;
      /** The message that holds the summary; null when Baton itself moved the case. */
      summary: string | null;
      /** Null when the running clock goes on (across, down). */
      clock: ClockStart | null;
      /** When somebody is warned next, where the clock goes on and the new owner's hours are others. */
      warnAt?: Date | null;
      /** Messages of the case that the new owner is to see first. */
      marked: string[];
      /** When the lead hears of it, if the new owner has not opened the case by then. */
      takeBy: Date | null;
      /** Of a wrong case: who had sent it into these hands. */
      missent: Sender | null;
    }
  | { kind: 'taken' }
  | { kind: 'untaken'; owner: string; handover: number }
  | { kind: 'ping_pong'; level: number; moves: number }
  /** The owner is absent, and nobody else is there: the case stays. */
  | { kind: 'owner_absent'; owner: string }
  | { kind: 'lapsed'; level: number; owner: string; due: Date }
  | { kind: 'accountability_opened'; answerable: string; clock: ClockStart }
  | { kind: 'warned'; nth: number; to: string; next: Date | null }
  | {
      kind: 'solved';
      solution: string;
      closeAt: Date;
      /** When the customer is asked once more, if nothing is heard before. */
      remindAt?: Date | null;
      remainingMs: number;
    }
  | { kind: 'reminded' }
  | { kind: 'closed'; confirmed: boolean }
  | {
      kind: 'task_asked';
      task: string;
      about: TaskKind;
      agent: string;
      /** Who asked in person; null for Baton itself and for programs. */
      asker: string | null;
      due: Date;
    }
  | {
      kind: 'task_done';
      task: string;
      agent: string;
      asker: string | null;
      /** The note with which it was answered. */
      answer: string | null;
    }
  | { kind: 'task_refused'; task: string; agent: string; asker: string | null; answer: string }
  | {
      kind: 'task_withdrawn';
      task: string;
      agent: string;
      because: 'asker' | 'solved' | 'confirmed' | 'set_aside' | 'merged' | 'helper_left';
      /** Who asked in person, where it comes back to them because the helper has left. */
      asker?: string | null;
    }
  | {
      kind: 'task_overdue';
      task: string;
      agent: string;
      /** The first time the helper is told, the second time the owner. */
      nth: number;
      to: string;
      next: Date | null;
    }
  | {
      kind: 'reopened';
      by: 'customer' | 'agent';
      owner: string;
      clock: ClockResumption;
      /** The solution that did not hold, and who wrote it (S0-19). */
      solution: string;
      solver: string | null;
      /** The message that did it; without one it was said on a page, or by an agent. */
      because?: string;
    }
  | {
      /** The message that opened it again was thanks: the reopening does not count. */
      kind: 'thanked';
      message: string;
      /** The number of the event that is taken back. */
      reopening: number;
      closeAt: Date;
      remindAt: Date | null;
      remainingMs: number;
    }
  | { kind: 'set_aside'; reason: string; remainingMs: number }
  | { kind: 'put_back'; owner: string; clock: ClockResumption }
  | {
      kind: 'merged';
      into: string;
      /** How it stood until then: for taking it back. */
      owner: string;
      was: 'open' | 'waiting' | 'solved';
      resumeAt: Date | null;
      closeAt: Date | null;
      remindAt: Date | null;
      remainingMs: number;
    }
  | {
      /** Another case was merged into this one; where it stands from now on, and by which clock. */
      kind: 'absorbed';
      case: string;
      /** Who held the other case, and who took it first: they follow this one. */
      informed: string[];
      owner: string;
      team: string;
      level: number;
      status: 'open' | 'waiting' | 'solved';
      resumeAt: Date | null;
      /** Null when it goes on as it was. */
      clock: HoldingClock | null;
      deadlineAt: Date | null;
      deadlineWarnAt: Date | null;
    }
  | {
      kind: 'unmerged';
      from: string;
      owner: string;
      status: 'open' | 'waiting' | 'solved';
      clock: ClockResumption | null;
      resumeAt: Date | null;
      closeAt: Date | null;
      remindAt: Date | null;
    }
  | { kind: 'released'; case: string }
  /** A message that is a copy of one in another case, to whose thread it did not belong. */
  | { kind: 'message_brought'; message: string; original: string; from: string }
  | { kind: 'message_split'; message: string; to: string }
  | { kind: 'stranger_admitted'; message: string }
  | { kind: 'stranger_turned_away'; message: string }
  | { kind: 'participant_added'; participant: string }
  | { kind: 'participant_left'; participant: string }
  | { kind: 'subject_set' }
  | {
      kind: 'customer_set';
      customer: string;
      was: string;
      /** By which merger, where two customers became one, or two again. */
      merge?: string;
      because?: 'merged' | 'parted';
    }
  | { kind: 'topic_set'; topic: string | null; was: string | null }
  | {
      kind: 'facts_set';
      questions: string[];
      /** Of these, what was known of the customer and was asked again all the same (S3-123). */
      again?: string[];
    }
  | { kind: 'urgency_set'; urgency: Urgency; was: Urgency }
  /** The customer's own deadline; `warnAt` is when it is first spoken of, `next` any warning. */
  | {
      kind: 'deadline_set';
      at: Date | null;
      was: Date | null;
      warnAt: Date | null;
      next: Date | null;
    }
  | { kind: 'deadline_near'; warned: string; at: Date; next: Date | null }
  | { kind: 'deadline_missed'; owner: string; at: Date; next: Date | null }
  | { kind: 'high_stakes_set'; is: boolean }
  | { kind: 'follower_added'; agent: string }
  | { kind: 'follower_removed'; agent: string }
  | IntakeFact
  /** A rule of a team told an agent something; the words stand in the notice. */
  | { kind: 'agent_told'; agent: string }
  | ClockRuleFact;

/** Who or what sent a case into hands where it did not belong. */
export type Sender = {
  by: 'agent' | 'key' | 'rule' | 'channel' | 'customer' | 'baton';
  id: string | null;
};

/** A fact as it is stored: which case, in which order, when, by whom. */
export type CaseEvent = { caseId: string; seq: number; at: Date; actor: Actor; fact: CaseFact };
