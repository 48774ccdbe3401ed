import type { newTeamRule, teamRuleChange } from '@baton/contract';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { fieldRefusal } from '../../../platform/field-refusal.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { addWork } from '../../../platform/work.ts';
import { mayWrite } from '../policy.ts';
import { referencesOf } from '../rules/references.ts';
import { missingOf } from '../store/references.ts';
import {
  allRules,
  insertRule,
  insertVersion,
  ledTeams,
  lockRules,
  orderRules,
  removeRule,
  type RuleContent,
  type RuleRow,
  ruleById,
  setVersion,
  versionsOf,
} from '../store/rules.ts';
import { listen } from './listen.ts';
import { allWaits } from './set-waits.ts';

/** Which rule, and the version that whoever changes it has seen; null takes it as it is. */
type OnRule = { id: string; version: number | null };

/** Adds a rule after all others. @throws Problem `forbidden`, `unknown_reference` */
export async function createRule(
  ctx: Ctx,
  { team: teamId, ...rest }: z.output<typeof newTeamRule>,
): Promise<string> {
  await lockRules(ctx.tx);
  const content = { ...rest, teamId };
  await refuseUnlessWriter(ctx, teamId);
  await refuseUnlessThere(ctx, content);
  const id = newId();
  await insertRule(ctx.tx, id, ctx.now);
  await insertVersion(ctx.tx, { id, version: 1, content }, ctx);
  await follow(ctx, content);
  return id;
}

/**
 * Changes what a rule says, as a version of its own, or its place among the others.
 * @throws Problem `not_found`, `forbidden`, `stale_version`, `unknown_reference`
 */
export async function changeRule(
  ctx: Ctx,
  on: OnRule,
  { team: teamId, place, ...rest }: z.output<typeof teamRuleChange>,
): Promise<void> {
  const before = await lockedRule(ctx, on);
  const was = contentOf(before);
  await writeVersion(ctx, before, withChanges(was, { ...rest, teamId }));
  if (place === undefined) return;
  const others = (await allRules(ctx.tx)).map(({ id }) => id).filter((id) => id !== on.id);
  await orderRules(ctx.tx, others.toSpliced(place, 0, on.id));
}

/** The rule says what it said in an earlier version; whether it is in force stays as it is. */
export async function restoreRule(ctx: Ctx, on: OnRule, version: number): Promise<void> {
  const before = await lockedRule(ctx, on);
  const earlier = (await versionsOf(ctx.tx, on.id)).find((one) => one.version === version);
  if (!earlier) throw notFound('version of this rule');
  await writeVersion(ctx, before, { ...contentOf(earlier), active: before.active });
}

/** Takes a rule away; what it did keeps its name. @throws Problem `not_found`, `forbidden` */
export async function removeRuleOf(ctx: Ctx, on: OnRule): Promise<void> {
  await lockedRule(ctx, on);
  await removeRule(ctx.tx, on.id, ctx.now);
  await listen(ctx.tx);
}

async function lockedRule(ctx: Ctx, { id, version }: OnRule): Promise<RuleRow> {
  await lockRules(ctx.tx);
  const rule = await ruleById(ctx.tx, id);
  if (!rule) throw notFound('rule');
  await refuseUnlessWriter(ctx, rule.teamId);
  if (version === null || version === rule.version) return rule;
  throw new Problem('stale_version', {
    detail: 'Somebody else has changed the rule since you looked. Nothing was changed.',
  });
}

async function writeVersion(ctx: Ctx, before: RuleRow, content: RuleContent): Promise<void> {
  const was = contentOf(before);
  if (isDeepStrictEqual(was, content)) return;
  await refuseUnlessWriter(ctx, content.teamId);
  // Switching off what is broken, or giving it another name, needs nothing to be there.
  const isBenign = isDeepStrictEqual({ ...was, name: '', active: false }, { ...content, name: '' });
  if (!isBenign) await refuseUnlessThere(ctx, content);
  const version = before.version + 1;
  await insertVersion(ctx.tx, { id: before.id, version, content }, ctx);
  const begins = (one: RuleContent) => [one.active, one.teamId, one.when];
  const since = isDeepStrictEqual(begins(was), begins(content)) ? null : ctx.now;
  await setVersion(ctx.tx, before.id, version, since);
  await follow(ctx, content);
}

/** From now on what the rule listens for is heard, and the cases wait for what it counts. */
async function follow({ tx }: Ctx, { active, when }: RuleContent): Promise<void> {
  await listen(tx);
  if (active && when.on === 'time') await addWork(tx, [allWaits()]);
}

function contentOf(rule: RuleContent): RuleContent {
  const { name, teamId, active, when, if: wanted, acts } = rule;
  return { name, teamId, active, when, if: wanted, acts };
}

async function refuseUnlessWriter(ctx: Ctx, teamId: string | null): Promise<void> {
  const { actor, tx } = ctx;
  const led = actor.kind === 'agent' ? await ledTeams(tx, actor.id) : new Set<string>();
  if (mayWrite(actor, teamId, led)) return;
  throw new Problem('forbidden', {
    detail: 'You write rules for the teams that you lead and those below; no others.',
  });
}

async function refuseUnlessThere(ctx: Ctx, content: RuleContent): Promise<void> {
  const missing = await missingOf(ctx.tx, referencesOf(content));
  if (missing.length === 0) return;
  throw new Problem('unknown_reference', {
    detail: 'The rule names what is not there, or no longer in use.',
    errors: missing.map(({ path }) => fieldRefusal(path, 'not_in_use')),
  });
}
