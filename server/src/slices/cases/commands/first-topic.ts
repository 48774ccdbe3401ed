import type { Ctx } from '../../../platform/context.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { topicById } from '../../people/index.ts';
import type { NewMessage } from '../change.ts';
import { chooseTopic } from '../rules/choose-topic.ts';
import { rulesInForce } from '../store/topic-rules.ts';

/** What says of which topic a new case is. */
export type Arriving = {
  subject: string;
  message: NewMessage;
  channelId?: string | undefined;
  /** The addresses to which it was sent. */
  recipients?: string[] | undefined;
  /** The topic that somebody chose. */
  topicId?: string | undefined;
  /** What the channel says where no rule fits. */
  usual?: { topicId?: string | undefined; teamId?: string | undefined } | undefined;
};

/**
 * The topic of a new case: the one that somebody chose, or that of the first rule that fits, or
 * the channel's; with the team that follows from it, and the rule if it was one.
 * @throws Problem `unknown_reference` for a topic that does not exist or is no longer used
 */
export async function firstTopic(ctx: Ctx, input: Arriving) {
  const rule = input.topicId ? null : await fittingRule(ctx, input);
  const topicId = input.topicId ?? rule?.topicId ?? input.usual?.topicId;
  const topic = topicId ? await usedTopic(ctx, topicId) : null;
  const usual = input.usual?.teamId;
  // A rule knows more of the case than its channel does; the channel more than its own topic.
  const teamId = rule ? (topic?.teamId ?? usual) : (usual ?? topic?.teamId);
  return { topic, teamId: teamId ?? null, rule: rule?.id ?? null };
}

async function fittingRule(ctx: Ctx, { subject, message, channelId, recipients = [] }: Arriving) {
  const rules = await rulesInForce(ctx.tx);
  const { text, language } = message;
  return chooseTopic(rules, { channelId: channelId ?? null, recipients, subject, text, language });
}

async function usedTopic(ctx: Ctx, topicId: string) {
  const topic = await topicById(ctx.tx, topicId);
  if (!topic?.active) {
    throw unknownReference('topic', 'not_in_use');
  }
  return topic;
}
