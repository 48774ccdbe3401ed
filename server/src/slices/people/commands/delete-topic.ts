import type { Ctx } from '../../../platform/context.ts';
import { notFound, unused } from '../../../platform/refusals.ts';
import { deleteTopicRow, topicRow } from '../store/topics.ts';

/**
 * Takes away a topic to which nothing refers.
 * @throws Problem not_found, still_in_use
 */
export async function deleteTopic(ctx: Ctx, id: string): Promise<void> {
  const topic = await topicRow(ctx.tx, id);
  if (!topic) throw notFound('topic');
  await unused(
    `Cases, channels or other topics belong to ${topic.name}. With active: false it is kept and no ` +
      'longer offered.',
    deleteTopicRow(ctx.tx, id),
  );
}
