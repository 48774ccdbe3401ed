import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import type { Rule } from '../rules/decide.ts';
import { type Reference, referencesOf } from '../rules/references.ts';
import { missingOf } from '../store/references.ts';
import { type RuleRow, rulesInForce } from '../store/rules.ts';

/** A rule that is to act, and whether it can. */
export type ReadyRule = RuleRow & Rule;

/** The rules in force, in the order in which they act; broken ones are there and do nothing. */
export async function readyRules(db: Db | Tx): Promise<ReadyRule[]> {
  const rules = await rulesInForce(db);
  const missing = await missingIn(db, rules);
  return rules.map((rule) => ({ ...rule, broken: missing.has(rule.id) }));
}

/** What rules name and is no longer there or in use, by rule. */
export async function missingIn(
  db: Db | Tx,
  rules: Pick<RuleRow, 'id' | 'teamId' | 'if' | 'acts'>[],
): Promise<Map<string, Reference[]>> {
  const named = rules.flatMap((rule) =>
    referencesOf(rule).map((reference) => ({ ...reference, ruleId: rule.id })),
  );
  return Map.groupBy(await missingOf(db, named), ({ ruleId }) => ruleId);
}

/** Baton, acting by a rule. */
export function actorOf({ id, version }: Pick<RuleRow, 'id' | 'version'>): Actor {
  return { kind: 'baton', id: null, rule: { id, version } };
}
