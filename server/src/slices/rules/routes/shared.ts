import type { TeamRule } from '@baton/contract';
import type { Actor } from '../../../kernel/actor.ts';
import { dayMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { notFound } from '../../../platform/refusals.ts';
import { missingIn } from '../commands/ready-rules.ts';
import { mayWrite } from '../policy.ts';
import { presentRule } from '../present.ts';
import { actedSince } from '../store/firings.ts';
import { allRules, ledTeams, type RuleRow, ruleById } from '../store/rules.ts';

/** What every route of the rules says of itself for the description of the API. */
export const tags = ['Cases'];

/** How far back a rule is looked at: what it did, and what it would have done. */
export const lookBackMs = 30 * dayMs;

/** All rules, as somebody sees them. */
export async function shownRules(db: Db | Tx, deps: Deps, actor: Actor): Promise<TeamRule[]> {
  return shown(db, deps, actor, await allRules(db));
}

/** One rule, as somebody sees it. @throws Problem not_found */
export async function shownRule(db: Db | Tx, deps: Deps, actor: Actor, id: string) {
  const rule = await ruleById(db, id);
  if (!rule) throw notFound('rule');
  return (await shown(db, deps, actor, [rule]))[0]!;
}

async function shown(db: Db | Tx, deps: Deps, actor: Actor, rules: RuleRow[]): Promise<TeamRule[]> {
  const led = await teamsLedBy(db, actor);
  const missing = await missingIn(db, rules);
  const acted = await actedSince(db, plus(await instant(db, deps), -lookBackMs));
  return rules.map((rule) =>
    presentRule(rule, {
      missing: missing.get(rule.id) ?? [],
      mayChange: mayWrite(actor, rule.teamId, led),
      acted: acted.get(rule.id) ?? 0,
    }),
  );
}

/** The teams for which somebody may write rules as their lead. */
export async function teamsLedBy(db: Db | Tx, actor: Actor): Promise<Set<string>> {
  return actor.kind === 'agent' ? ledTeams(db, actor.id) : new Set();
}
