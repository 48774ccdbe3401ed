import { baton } from '../../../kernel/actor.ts';
import { minuteMs } from '../../../kernel/duration.ts';
import { between, plus } from '../../../kernel/instant.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { CannotOpen } from '../../../platform/sealed.ts';
import { addWork } from '../../../platform/work.ts';
import { settlePushed } from '../../notices/index.ts';
import { openKey } from '../push-keys.ts';
import { nextTry } from '../rules/again.ts';
import { deviceToTell, forgetDevice, setDeviceTold } from '../store/devices.ts';
import {
  claimDelivery,
  type DeliveryRow,
  endDelivery,
  lockDelivery,
  retryDelivery,
  statesOfPush,
} from '../store/pushes.ts';
import { post, type Post, type Posted } from '../transport/post.ts';
import { pushText } from './push-text.ts';
import { pushWork } from './tell-agent.ts';

/** Nobody else tries while one does; a server that dies meanwhile is taken over after this. */
const attemptMs = 2 * minuteMs;

type Which = { pushId: string; deviceId: string };

/** Pushes to one device, at least once; the device shows it once, by its number. */
export async function sendPush(deps: Deps, which: Which): Promise<void> {
  const claimed = await runCommand(deps, baton, (ctx) => claim(ctx, which));
  if (!claimed) return;
  const posted = await post(deps, claimed.message, claimed.at);
  await runCommand(deps, baton, (ctx) => settle(ctx, which, posted));
}

/** What is to be pushed, when it is now ours to push. */
async function claim(ctx: Ctx, which: Which): Promise<{ message: Post; at: Date } | null> {
  const { tx, now } = ctx;
  const row = await lockDelivery(tx, which);
  if (row?.state !== 'queued') return null;
  if (row.nextAttemptAt && between(now, row.nextAttemptAt) > 0) {
    await addWork(tx, [pushWork(which, row.nextAttemptAt)]);
    return null;
  }
  const device = await deviceToTell(tx, which.deviceId);
  if (device?.agentId !== row.agentId) return conclude(ctx, row, 'refused', 'device_ended');
  const text = await pushText(ctx, row);
  if (text === null) return conclude(ctx, row, 'refused', 'seen');
  const { endpoint, publicKey, auth, keyId, keyPublic, keySealed } = device;
  try {
    const keys = openKey(ctx.deps, { id: keyId, publicKey: keyPublic, sealed: keySealed });
    await claimDelivery(tx, which, plus(now, attemptMs));
    const recipient = { publicKey, auth };
    return { message: { endpoint, recipient, keys, text, pressing: row.pressing }, at: now };
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    await forgetDevice(tx, device.id);
    return conclude(ctx, row, 'refused', 'key_lost');
  }
}

async function settle(ctx: Ctx, which: Which, posted: Posted): Promise<void> {
  const row = await lockDelivery(ctx.tx, which);
  if (row?.state !== 'queued') return;
  const { createdAt, attempts } = row;
  if (posted.result === 'taken') {
    await setDeviceTold(ctx.tx, which.deviceId, ctx.now);
    await conclude(ctx, row, 'sent', posted.words);
    return;
  }
  if (posted.result === 'gone') await forgetDevice(ctx.tx, which.deviceId);
  const { now } = ctx;
  const again =
    posted.result === 'later'
      ? nextTry(attempts, { createdAt, now, afterMs: posted.afterMs })
      : null;
  if (!again) {
    await conclude(ctx, row, 'refused', posted.words);
    return;
  }
  await retryDelivery(ctx.tx, which, again, posted.words);
  await addWork(ctx.tx, [pushWork(which, again)]);
}

/** Ends a delivery; the notices are told with the first that was taken, or not with the last. */
async function conclude(
  { tx, now: at }: Ctx,
  { pushId, deviceId }: DeliveryRow,
  state: 'sent' | 'refused',
  reason: string,
): Promise<null> {
  await endDelivery(tx, { pushId, deviceId }, { state, reason, at });
  const states = await statesOfPush(tx, pushId);
  if (state === 'sent') await settlePushed(tx, pushId, { state, reason: null, at });
  else if (!states.includes('queued')) {
    const isSeen = reason === 'seen';
    await settlePushed(tx, pushId, { state: isSeen ? 'suppressed' : 'refused', reason, at });
  }
  return null;
}
