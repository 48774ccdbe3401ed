import type { CaseStatus, FactValue, HandoverDirection, RuleEvent, Urgency } from '@baton/contract';

/** A case as rules look at it: how it stands, who its customer is, and what they wrote last. */
export type CaseView = {
  status: CaseStatus;
  urgency: Urgency;
  highStakes: boolean;
  level: number;
  /** The team of the case, then those above it up to the top. */
  teams: string[];
  brandId: string;
  channelId: string | null;
  /** The topic of the case and those above it; empty where it has none. */
  topics: string[];
  /** The topic itself. */
  topicId: string | null;
  /** How often it has moved within its level. */
  moves: number;
  openedAt: Date;
  /** When the clock of its level began, and when it lapses; null while it stands still. */
  clockStartedAt: Date;
  dueAt: Date | null;
  /** The customer's last message, written by a person. */
  message: { at: Date; subject: string; text: string; language: string | null };
  /** Nobody has written to the customer since. */
  unanswered: boolean;
  customer: {
    name: string;
    /** In lower case. */
    addresses: string[];
    language: string | null;
    /** Cases opened before this one. */
    earlierCases: number;
  };
  /** Answers to intake questions, by question. */
  answers: ReadonlyMap<string, FactValue>;
};

/** Something that happened to a case, as far as rules hear of it. */
export type Happening = {
  on: RuleEvent | 'handed_over' | 'time';
  direction?: HandoverDirection;
  /** Whether a rule did it. */
  byRule: boolean;
};
