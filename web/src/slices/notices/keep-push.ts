import { ask } from '../../api/client.ts';
import { pushDevices } from '@baton/contract';
import { Refusal } from '../../api/refusal.ts';
import { letNobodyPush, letPush, letsPush, PushFailed } from './push-here.ts';
import { putPushDevice } from './push-queries.ts';
import { noteToldHere, toldHere } from './told-here.ts';

/**
 * Sets this browser up again where the server no longer knows it, for a new session or new keys.
 * Nobody is disturbed when that cannot be done now: the page of the choices says so, and the next
 * desk that opens tries again.
 */
export async function keepPush(agentId: string): Promise<void> {
  if (Notification.permission !== 'granted') return;
  try {
    const { key, items } = await ask(pushDevices, '/api/push-devices');
    const isKnown = items.some(({ current }) => current);
    // It was set up since they signed in: they ended it from another device, and that holds.
    const wasEnded = !isKnown && (await toldHere()) === agentId && (await letsPush(key));
    if (wasEnded) return await letNobodyPush();
    await putPushDevice(await letPush(key));
    await noteToldHere(agentId);
  } catch (error) {
    if (!(error instanceof PushFailed || error instanceof Refusal)) throw error;
  }
}
