import type { newTopicRule, topicRuleChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { notFound, unknownReference } from '../../../platform/refusals.ts';
import { topicById } from '../../people/index.ts';
import {
  deleteRule,
  insertRule,
  lockRules,
  orderRules,
  topicRuleById,
  topicRules,
  updateRule,
} from '../store/topic-rules.ts';

/** Adds a rule after all others. @throws Problem unknown_reference */
export async function createTopicRule(
  ctx: Ctx,
  { topic, ...rest }: z.output<typeof newTopicRule>,
): Promise<string> {
  await lockRules(ctx.tx);
  await refuseUnlessTopic(ctx, topic);
  const id = newId();
  await insertRule(ctx.tx, { id, topicId: topic, ...rest });
  return id;
}

/** Changes a rule, or its place among the others. @throws Problem not_found, unknown_reference */
export async function changeTopicRule(
  ctx: Ctx,
  id: string,
  { topic, place, ...rest }: z.output<typeof topicRuleChange>,
): Promise<void> {
  await lockRules(ctx.tx);
  const before = await topicRuleById(ctx.tx, id);
  if (!before) throw notFound('rule');
  if (topic) await refuseUnlessTopic(ctx, topic);
  await updateRule(ctx.tx, withChanges(before, { ...rest, topicId: topic }));
  if (place === undefined) return;
  const others = (await topicRules(ctx.tx)).map((rule) => rule.id).filter((one) => one !== id);
  await orderRules(ctx.tx, others.toSpliced(place, 0, id));
}

/** Takes a rule away; cases that it placed keep their topic. @throws Problem not_found */
export async function deleteTopicRule(ctx: Ctx, id: string): Promise<void> {
  if (!(await topicRuleById(ctx.tx, id))) throw notFound('rule');
  await deleteRule(ctx.tx, id);
}

async function refuseUnlessTopic(ctx: Ctx, id: string): Promise<void> {
  if (!(await topicById(ctx.tx, id))) throw unknownReference('topic', 'not_there');
}
