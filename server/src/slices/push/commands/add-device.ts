import { ECDH } from 'node:crypto';
import type { NewPushDevice } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { invalid } from '../../../platform/refusals.ts';
import { deviceOf } from '../../auth/index.ts';
import { pushKey } from '../push-keys.ts';
import { keepFewDevices, putDevice } from '../store/devices.ts';

/** Devices of one agent; the oldest beyond them are told no more. */
const mostDevices = 20;

type Who = { agentId: string; sessionId: string; userAgent: string | null };

/**
 * An agent wants to be told in the browser from which they ask, for as long as they are signed in
 * there. The same browser twice is one device.
 * @throws Problem invalid_request when it let another key push than the current one, or gave no key
 */
export async function addDevice(ctx: Ctx, who: Who, given: NewPushDevice): Promise<void> {
  const key = await pushKey(ctx);
  if (key.publicKey !== given.key) {
    throw invalid('key', 'old_key');
  }
  refuseNoKeys(given.keys);
  const { agentId, sessionId, userAgent } = who;
  await putDevice(ctx.tx, {
    id: newId(),
    agentId,
    sessionId,
    keyId: key.id,
    endpoint: given.endpoint,
    publicKey: given.keys.p256dh,
    auth: given.keys.auth,
    ...deviceOf(userAgent),
    at: ctx.now,
  });
  await keepFewDevices(ctx.tx, agentId, mostDevices);
}

/** @throws Problem invalid_request for keys for which nothing can be encrypted */
function refuseNoKeys({ p256dh, auth }: NewPushDevice['keys']): void {
  if (Buffer.from(auth, 'base64url').length !== 16) throw invalid('keys.auth', 'not_valid');
  try {
    ECDH.convertKey(p256dh, 'prime256v1', 'base64url');
  } catch {
    throw invalid('keys.p256dh', 'not_valid');
  }
}
