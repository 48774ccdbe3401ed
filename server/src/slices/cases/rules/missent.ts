import type { CaseEvent, Sender } from '../events.ts';

/** Reasons that say that a case was sent to the wrong place: a correction, not dumping (S-T4). */
const reasons = new Set(['wrong_case', 'wrong_topic']);

/** Whether a hand-over corrects where somebody had sent the case. */
export function isMissent(reason: string): boolean {
  return reasons.has(reason);
}

/**
 * Who or what sent a case into the hands in which it now is: whoever handed it over last or set
 * its topic since, and at the beginning the rule that chose the topic, the channel, or whoever
 * opened it.
 * @param events the case's `opened`, `handed_over` and `topic_set`, oldest first
 */
export function senderOf(events: CaseEvent[]): Sender | null {
  const last = events.findLast(
    ({ fact }) => fact.kind !== 'handed_over' || fact.reason !== 'absence',
  );
  if (!last) return null;
  const { fact, actor } = last;
  if (fact.kind === 'opened' && fact.rule) return { by: 'rule', id: fact.rule };
  if (fact.kind === 'opened' && fact.channel) return { by: 'channel', id: fact.channel };
  if (actor.kind === 'baton' && actor.rule) return { by: 'rule', id: actor.rule.id };
  return { by: actor.kind, id: actor.id };
}
