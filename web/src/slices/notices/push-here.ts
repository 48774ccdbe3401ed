import type { NewPushDevice } from '@baton/contract';

const script = '/push-worker.js';
/** Who wants to be told in this browser; whoever else signs in here was not asked. */
const wanted = 'baton.push';

export const wantsPushHere = (agentId: string) => localStorage.getItem(wanted) === agentId;
export const notePushHere = (agentId: string) => localStorage.setItem(wanted, agentId);

/** Nobody is told in this browser until whoever wants it is signed in again. */
export async function quietenHere(): Promise<void> {
  if (!canBePushedTo() || localStorage.getItem(wanted) === null) return;
  const { tellNobodyHere } = await import('./told-here.ts');
  await tellNobodyHere();
}

/** Whether this browser can be pushed to at all: on an encrypted page, and where it has the means. */
export function canBePushedTo(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

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
  localStorage.removeItem(wanted);
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
