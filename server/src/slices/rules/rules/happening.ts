import type { HandoverDirection, RuleEvent, RuleWhen } from '@baton/contract';
import type { Happening } from './view.ts';

/** The kinds of facts that rules hear of, and under which name. */
const names = {
  opened: 'case_opened',
  message_received: 'customer_wrote',
  handed_over: 'handed_over',
  waiting_began: 'waiting_began',
  resumed: 'resumed',
  solved: 'solved',
  reopened: 'reopened',
  closed: 'closed',
  lapsed: 'lapsed',
  topic_set: 'topic_set',
  urgency_set: 'urgency_set',
  high_stakes_set: 'high_stakes_set',
  task_refused: 'task_refused',
} as const satisfies Record<string, RuleEvent | 'handed_over'>;

/** A fact of a case, of whatever kind. */
type Fact = { kind: string; automatic?: boolean; direction?: HandoverDirection };

const isHeard = (kind: string): kind is keyof typeof names => Object.hasOwn(names, kind);

/** What rules hear of a fact; null when it is nothing to them. Machines do not write: they answer. */
export function happeningOf(fact: Fact, byRule: boolean): Happening | null {
  if (!isHeard(fact.kind) || fact.automatic === true) return null;
  const { direction } = fact;
  return { on: names[fact.kind], byRule, ...(direction && { direction }) };
}

/** The kind of fact for which a rule listens; null where it counts time. */
export function kindHeard({ on }: RuleWhen): string | null {
  return Object.entries(names).find(([, name]) => name === on)?.[0] ?? null;
}

/** Whether this is what a rule listens for. */
export function listensTo(when: RuleWhen, happening: Happening): boolean {
  if (when.on !== happening.on) return false;
  return when.on !== 'handed_over' || !when.direction || when.direction === happening.direction;
}
