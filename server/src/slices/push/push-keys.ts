import { baton } from '../../kernel/actor.ts';
import type { Ctx, Deps } from '../../platform/context.ts';
import { runCommand } from '../../platform/db.ts';
import { newId } from '../../platform/ids.ts';
import { CannotOpen, isOutdated, seal, unseal } from '../../platform/sealed.ts';
import type { Upkeep } from '../../platform/upkeep.ts';
import { forgetDevicesOfKey } from './store/devices.ts';
import {
  allKeys,
  currentKey,
  forgetUnusedKeys,
  insertKey,
  type KeyRow,
  retireKey,
  sealKeyAgain,
} from './store/keys.ts';
import { newVapidKeys, type VapidKeys } from './transport/vapid.ts';

/** Each private key opens as that key only. */
const placeOf = (id: string) => `push-key:${id}`;

/** A pair of keys as it is used. @throws CannotOpen */
export function openKey(deps: Deps, { id, publicKey, sealed }: KeyRow): VapidKeys {
  return { publicKey, privateKey: unseal(deps.secrets, placeOf(id), sealed) };
}

/** The current pair of keys, made when there is none. */
export async function pushKey(ctx: Ctx): Promise<KeyRow> {
  const found = await currentKey(ctx.tx);
  if (found) return found;
  const id = newId();
  const { publicKey, privateKey } = newVapidKeys();
  const sealed = seal(ctx.deps.secrets, placeOf(id), privateKey);
  await insertKey(ctx.tx, { id, publicKey, sealed }, ctx.now);
  return (await currentKey(ctx.tx))!;
}

/**
 * Makes the keys at the first start, seals them anew when the secret was rotated, and gives up those
 * that cannot be opened any more, with the devices that only they could tell.
 */
export const keepPushKeys: Upkeep = async (deps) => {
  for (const key of await allKeys(deps.db)) {
    try {
      const { privateKey } = openKey(deps, key);
      if (!isOutdated(deps.secrets, key.sealed)) continue;
      const sealed = seal(deps.secrets, placeOf(key.id), privateKey);
      await sealKeyAgain(deps.db, key.id, key.sealed, sealed);
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
      deps.log.warn(
        {},
        'A key for push cannot be opened any more; devices set themselves up anew.',
      );
      await runCommand(deps, baton, async ({ tx }) => {
        await forgetDevicesOfKey(tx, key.id);
        await retireKey(tx, key.id);
      });
    }
  }
  await runCommand(deps, baton, async (ctx) => {
    await forgetUnusedKeys(ctx.tx);
    await pushKey(ctx);
  });
};
