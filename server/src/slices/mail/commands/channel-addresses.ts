import type { Ctx } from '../../../platform/context.ts';
import { fieldRefusal } from '../../../platform/field-refusal.ts';
import { Problem } from '../../../platform/problem.ts';
import { normaliseAddress } from '../rules/address.ts';
import { type ChannelRow, replaceAliases, takenAddresses } from '../store/channels.ts';

export function addressIsTaken(address: string): string {
  return `There is another channel with the address ${address}.`;
}

/** @throws Problem already_exists when another channel has one of these addresses */
export async function checkAddresses(
  ctx: Ctx,
  channelId: string,
  addresses: readonly string[],
  path = 'address',
): Promise<void> {
  const [taken] = await takenAddresses(ctx.tx, addresses.map(normaliseAddress), channelId);
  if (taken === undefined) return;
  throw new Problem('already_exists', {
    detail: addressIsTaken(taken),
    errors: [fieldRefusal(path, 'taken')],
  });
}

/**
 * Gives a channel its further addresses; its own is not one of them.
 * @throws Problem already_exists
 */
export async function setAliases(
  ctx: Ctx,
  channel: Pick<ChannelRow, 'id' | 'address'>,
  aliases: readonly string[],
): Promise<void> {
  const own = normaliseAddress(channel.address ?? '');
  const others = new Set(aliases.map(normaliseAddress).filter((address) => address !== own));
  await checkAddresses(ctx, channel.id, [...others], 'aliases');
  await replaceAliases(ctx.tx, channel.id, [...others]);
}
