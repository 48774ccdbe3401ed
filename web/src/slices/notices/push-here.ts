import type { NewPushDevice } from '@baton/contract';
import { forgetPushHere, quietenHere } from './push-wish.ts';

const script = '/push-worker.js';

/** The browser was told to show nothing from here. */
export class PushDenied extends Error {}
/** The browser does not reach the service that would push to it. */
export class PushFailed extends Error {}

/**
 * Lets the server push to this browser, after asking the person if need be.
 * @returns what the server has to know of it
 * @throws PushDenied, PushFailed
 */
export async function letPush(key: string): Promise<NewPushDevice> {
  if ((await Notification.requestPermission()) !== 'granted') throw new PushDenied();
  await navigator.serviceWorker.register(script);
  const worker = await navigator.serviceWorker.ready;
  const before = await worker.pushManager.getSubscription();
  if (before && keyOf(before) === key) return described(before, key);
  // A browser lets one key push; another one begins anew.
  await before?.unsubscribe();
  try {
    const options = { userVisibleOnly: true, applicationServerKey: key };
    return described(await worker.pushManager.subscribe(options), key);
  } catch (cause) {
    throw new PushFailed('the browser could not subscribe', { cause });
  }
}

/** Whether this browser lets that key push. */
export async function letsPush(key: string): Promise<boolean> {
  const worker = await navigator.serviceWorker.getRegistration(script);
  const subscription = await worker?.pushManager.getSubscription();
  return Boolean(subscription && keyOf(subscription) === key);
}

/** Nobody can push to this browser any more. */
export async function letNobodyPush(): Promise<void> {
  await quietenHere();
  forgetPushHere();
  const worker = await navigator.serviceWorker.getRegistration(script);
  const subscription = await worker?.pushManager.getSubscription();
  await subscription?.unsubscribe();
}

function keyOf({ options: { applicationServerKey: key } }: PushSubscription): string {
  return key ? encoded(key) : '';
}

function described(subscription: PushSubscription, key: string): NewPushDevice {
  const part = (name: 'p256dh' | 'auth') => encoded(subscription.getKey(name)!);
  return {
    endpoint: subscription.endpoint,
    keys: { p256dh: part('p256dh'), auth: part('auth') },
    key,
  };
}

/** Base64url (RFC 4648 §5). */
function encoded(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
