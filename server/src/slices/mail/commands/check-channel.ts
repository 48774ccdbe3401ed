import type { Ctx } from '../../../platform/context.ts';
import { brandById, teamById, topicById } from '../../people/index.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import type { ChannelRow } from '../store/channels.ts';

/** @throws Problem unknown_reference when brand, team or topic is not there */
export async function checkChannel(
  ctx: Ctx,
  channel: Pick<ChannelRow, 'brandId' | 'teamId' | 'topicId'>,
): Promise<void> {
  const { brandId, teamId, topicId } = channel;
  if (!(await brandById(ctx.tx, brandId))) throw unknownReference('brand', 'not_there');
  if (teamId !== null && !(await teamById(ctx.tx, teamId)))
    throw unknownReference('team', 'not_there');
  if (topicId !== null && !(await topicById(ctx.tx, topicId))?.active)
    throw unknownReference('topic', 'not_in_use');
}
