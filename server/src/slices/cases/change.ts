import type { Actor } from '../../kernel/actor.ts';
import { type Decision, isRefusal } from '../../kernel/decision.ts';
import { Problem } from '../../platform/problem.ts';
import type { CaseEvent, CaseFact } from './events.ts';
import { factsToEvents } from './rules/facts-to-events.ts';
import type { CaseState } from './rules/state.ts';

/** Something that was said, about to be recorded with the event that says so. */
export type NewMessage = {
  id: string;
  direction: 'in' | 'out' | 'internal';
  kind:
    | 'mail'
    | 'api'
    | 'reply'
    | 'note'
    | 'solution'
    | 'summary'
    | 'receipt'
    | 'moved'
    | 'reminder'
    | 'merged'
    | 'page'
    | 'call'
    | 'visit'
    | 'call_record';
  author: {
    kind: 'customer' | 'participant' | 'stranger' | 'agent' | 'key' | 'baton';
    id: string | null;
    name: string | null;
    address: string | null;
  };
  subject: string | null;
  text: string;
  /** The same with its formatting, as `formatted` gave it. */
  html?: string | null;
  quoted: string | null;
  /** How the writer signs, where that was told apart. */
  signature?: string | null;
  htmlSha256: string | null;
  language: string | null;
  automatic: boolean;
  inboundId: string | null;
  /** Until then it is held, and its writer may take it back. */
  notBefore?: Date | null;
  /** The message in another case of which this is a copy. */
  copyOf?: string | null;
  /** The case to whose thread it came, where that was merged into this. */
  threadCaseId?: string | null;
  /** Who wrote at first what was forwarded to us. */
  forwardedFrom?: { name: string | null; address: string } | null;
  files: { fileId: string; inlineId: string | null }[];
};

export type Participant = { address: string; name?: string | null; role: 'customer' | 'copied' } & {
  /** Where an event names them. */
  id?: string;
  /** The case by whose merging they come. */
  fromCase?: string;
};

/** One case's change, complete: written in one statement, or not at all. */
export type Change = {
  before: CaseState | null;
  after: CaseState;
  events: CaseEvent[];
  messages: NewMessage[];
  participants: Participant[];
  /** Addresses that take part no longer. */
  leaving: string[];
  /** Only when it is new or changed. */
  subject?: string | undefined;
  linkedTo?: { caseId: string; why: string } | undefined;
  /** The version of the settings by which its clock was set, where it was. */
  mark?: string | undefined;
  /** What is asked in new tasks, by their ids. */
  taskTexts?: Record<string, string>;
};

type Parts = Partial<
  Pick<
    Change,
    'messages' | 'participants' | 'leaving' | 'subject' | 'linkedTo' | 'mark' | 'taskTexts'
  >
>;

/**
 * Makes a change of what a rule decided.
 * @throws Problem with the rule's code when it refused
 */
export function changeOf(
  before: CaseState | null,
  caseId: string,
  decision: Decision<CaseFact>,
  by: { actor: Actor; now: Date },
  parts: Parts = {},
): Change {
  if (isRefusal(decision)) throw new Problem(decision.refused, { detail: decision.detail });
  const { events, after } = factsToEvents(before, caseId, decision, by);
  return { before, after, events, messages: [], participants: [], leaving: [], ...parts };
}
