import type { Deps } from '../../../platform/context.ts';
import { ChannelTrouble } from '../transport/channel-trouble.ts';
import { relayFor } from '../transport/relay-of-brand.ts';
import { testRelay } from '../transport/relay.ts';

/**
 * Connects to the relay by which the mail of a brand leaves and signs in there; null when that
 * works. What came of it is kept with the relay.
 */
export async function tryRelay(deps: Deps, brandId: string): Promise<ChannelTrouble | null> {
  const relay = await relayFor(deps, brandId);
  if (!relay) return new ChannelTrouble('no_relay');
  const trouble = await testRelay(relay);
  await relay.settle(trouble);
  return trouble;
}
