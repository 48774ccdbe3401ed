import type { Tx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { companyDefaults } from '../../people/index.ts';
import { insertFirstChannel } from '../store/channels.ts';
import { nameInstallation } from '../store/settings.ts';

/**
 * Gives a fresh installation the channel without address, which takes every recipient until the
 * first address is configured, and its name. Does nothing where there is a channel already.
 */
export async function foundChannel(tx: Tx, now: Date = new Date()): Promise<void> {
  const { defaultBrandId } = await companyDefaults(tx);
  await nameInstallation(tx, newId());
  await insertFirstChannel(tx, {
    id: newId(),
    name: 'Everything that arrives',
    address: null,
    brandId: defaultBrandId,
    teamId: null,
    topicId: null,
    language: null,
    replyKind: 'plus',
    pausedAt: null,
    createdAt: now,
  });
}
