import type { channelChange } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { notFound, unique } from '../../../platform/refusals.ts';
import { type ChannelRow, lockChannel, updateChannel } from '../store/channels.ts';
import { addressIsTaken, checkAddresses, setAliases } from './channel-addresses.ts';
import { checkChannel } from './check-channel.ts';

/**
 * Changes a channel; giving an address to the one without makes it the first with one.
 * @throws Problem not_found, already_exists, unknown_reference
 */
export async function changeChannel(
  ctx: Ctx,
  id: string,
  change: z.output<typeof channelChange>,
): Promise<void> {
  const before = await lockChannel(ctx.tx, id);
  if (!before) throw notFound('channel');
  const { brand, team, topic, name, address, language, replyKind } = change;
  const after: ChannelRow = {
    ...before,
    name: name ?? before.name,
    address: address ?? before.address,
    brandId: brand ?? before.brandId,
    teamId: team === undefined ? before.teamId : team,
    topicId: topic === undefined ? before.topicId : topic,
    language: language === undefined ? before.language : language,
    replyKind: replyKind ?? before.replyKind,
  };
  await checkChannel(ctx, after);
  await checkAddresses(ctx, id, address === undefined ? [] : [address]);
  await unique('address', addressIsTaken(after.address ?? ''), updateChannel(ctx.tx, after));
  if (change.aliases) await setAliases(ctx, after, change.aliases);
}
