import type { Urgency } from '@baton/contract';
import { type Decision, refuse } from '../../../kernel/decision.ts';
import type { CaseFact } from '../events.ts';
import { align } from './align.ts';
import type { ClockRule } from './clock-rule.ts';
import type { CaseState } from './state.ts';

export type Correction = {
  subject?: { was: string; is: string } | undefined;
  customer?: string | undefined;
  topic?: string | null | undefined;
  urgency?: Urgency | undefined;
  highStakes?: boolean | undefined;
};

/**
 * What was taken down wrongly is put right; what stays the same leaves no fact. A case that becomes
 * more or less pressing runs by another holding time from its arrival on.
 * @param rule by which it runs afterwards; needed for what makes it more or less pressing
 */
export function correct(
  state: CaseState,
  to: Correction,
  rule: ClockRule | null = null,
): Decision<CaseFact> {
  if (state.status === 'merged') {
    return refuse('wrong_status', 'The case was merged into another one.');
  }
  const facts: CaseFact[] = [];
  if (to.subject && to.subject.is !== to.subject.was) facts.push({ kind: 'subject_set' });
  if (to.customer !== undefined && to.customer !== state.customerId) {
    facts.push({ kind: 'customer_set', customer: to.customer, was: state.customerId });
  }
  if (to.topic !== undefined && to.topic !== state.topicId) {
    facts.push({ kind: 'topic_set', topic: to.topic, was: state.topicId });
  }
  if (to.urgency !== undefined && to.urgency !== state.urgency) {
    facts.push({ kind: 'urgency_set', urgency: to.urgency, was: state.urgency });
  }
  if (to.highStakes !== undefined && to.highStakes !== state.highStakes) {
    facts.push({ kind: 'high_stakes_set', is: to.highStakes });
  }
  const presses = facts.some(({ kind }) => kind === 'urgency_set' || kind === 'high_stakes_set');
  return presses && rule ? [...facts, ...align(state, rule)] : facts;
}
