import type { Deps } from '../../../platform/context.ts';
import { domainOf } from '../rules/address.ts';
import { relayFor } from '../transport/relay-of-brand.ts';
import { handOver, type Handover, type Outgoing } from '../transport/relay.ts';
import { signingFor } from './dkim-keys.ts';

/**
 * Hands a message to the relay of its brand, else to the default one, signed where its domain has a
 * key. What is wrong with a brand's relay is kept with it.
 * @param brandId null: by the default relay
 */
export async function leave(deps: Deps, brandId: string | null, mail: Outgoing): Promise<Handover> {
  const relay = await relayFor(deps, brandId);
  // It was taken away after the message had been claimed: the next attempt holds it.
  if (!relay) return { result: 'later', words: 'No relay is set.' };
  const signing = await signingFor(deps, domainOf(mail.from.address));
  const handover = await handOver(relay, deps.storage, mail, { signing });
  if (handover.result === 'taken') await relay.settle(null);
  else if (handover.trouble) await relay.settle(handover.trouble);
  return handover;
}
