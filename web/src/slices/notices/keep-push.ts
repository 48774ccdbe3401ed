import { ask } from '../../api/client.ts';
import { pushDevices } from '@baton/contract';
import { Refusal } from '../../api/refusal.ts';
import { letPush, PushFailed } from './push-here.ts';
import { putPushDevice } from './push-queries.ts';

/**
 * Sets this browser up again where the server no longer knows it. Nobody is disturbed when that
 * cannot be done now: the page of the choices says so, and the next desk that opens tries again.
 */
export async function keepPush(): Promise<void> {
  if (Notification.permission !== 'granted') return;
  try {
    const { key } = await ask(pushDevices, '/api/push-devices');
    await putPushDevice(await letPush(key));
  } catch (error) {
    if (!(error instanceof PushFailed || error instanceof Refusal)) throw error;
  }
}
