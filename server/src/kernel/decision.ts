import type { ProblemCode } from '@baton/contract';

/** A refusal by a rule: a stable code, and a sentence for whoever asked. */
export type Refusal = { refused: ProblemCode; detail: string };

/** What a rule decided: the facts that follow, or a refusal. */
export type Decision<Fact> = Fact[] | Refusal;

/** Shorthand for a refusal. */
export function refuse(refused: ProblemCode, detail: string): Refusal {
  return { refused, detail };
}

/** Tells a refusal from what was asked for. */
export function isRefusal(decision: object): decision is Refusal {
  return 'refused' in decision;
}
