import type { Deps } from '../../../platform/context.ts';
import { domainOf } from '../rules/address.ts';
import { handOver, type Handover, type Outgoing } from '../transport/relay.ts';
import { signingFor } from './dkim-keys.ts';

/** Hands a message to its relay, signed where its domain has a key. */
export async function leave(deps: Deps, url: string, mail: Outgoing): Promise<Handover> {
  const signing = await signingFor(deps, domainOf(mail.from.address));
  return handOver(url, deps.storage, mail, { signing });
}
