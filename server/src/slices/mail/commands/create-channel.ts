import type { newChannel } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { companyDefaults } from '../../people/index.ts';
import { unique } from '../../../platform/refusals.ts';
import { insertChannel } from '../store/channels.ts';
import { addressIsTaken, checkAddresses, setAliases } from './channel-addresses.ts';
import { checkChannel } from './check-channel.ts';

/**
 * Adds an address at which mail comes in. With the first one the channel without address takes
 * nothing any more.
 * @returns the new channel's id
 * @throws Problem already_exists, unknown_reference
 */
export async function createChannel(ctx: Ctx, input: z.output<typeof newChannel>): Promise<string> {
  const { brand, team, topic, aliases, ...fields } = input;
  const channel = {
    ...fields,
    id: newId(),
    brandId: brand ?? (await companyDefaults(ctx.tx)).defaultBrandId,
    teamId: team,
    topicId: topic,
    pausedAt: null,
    createdAt: ctx.now,
  };
  await checkChannel(ctx, channel);
  await checkAddresses(ctx, channel.id, [input.address]);
  await unique('address', addressIsTaken(input.address), insertChannel(ctx.tx, channel));
  await setAliases(ctx, channel, aliases);
  return channel.id;
}
