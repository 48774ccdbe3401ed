import { afterEach, expect, it, vi } from 'vitest';
import { keepPush } from './keep-push.ts';
import { noteToldHere, toldHere } from './told-here.ts';
import { notePushHere, wantsPushHere } from './push-wish.ts';

const ana = '0190f5c2-7c1e-7a5d-9d2e-1b5c00000001';
const key = 'AQID';

/** A browser that lets `key` push, and a server that knows it as a device of this session, or not. */
function browser({ isKnown }: { isKnown: boolean }) {
  const bytes = new Uint8Array([1, 2, 3]).buffer;
  const subscription = {
    endpoint: 'https://push.test/1',
    options: { applicationServerKey: bytes },
    getKey: () => bytes,
    unsubscribe: vi.fn<() => Promise<boolean>>(async () => true),
  };
  const pushManager = { getSubscription: async () => subscription };
  const worker = { pushManager, getNotifications: async () => [] };
  const device = { id: ana, browser: null, system: null, current: true };
  const at = { at: '2026-03-04T10:00:00.000Z', toldAt: null };
  const fetched = vi.fn<(path: string, sent: { method: string }) => Promise<Response>>(async () =>
    Response.json({ key, items: isKnown ? [{ ...device, ...at }] : [] }),
  );
  const cache = new Map<string, Response>();
  const local = new Map<string, string>();
  vi.stubGlobal('Notification', {
    permission: 'granted',
    requestPermission: async () => 'granted',
  });
  vi.stubGlobal('navigator', {
    serviceWorker: {
      register: async () => worker,
      ready: Promise.resolve(worker),
      getRegistration: async () => worker,
    },
  });
  vi.stubGlobal('window', { Notification: true, PushManager: true });
  vi.stubGlobal('caches', {
    open: async () => ({ put: async (place: string, kept: Response) => cache.set(place, kept) }),
    match: async (place: string) => cache.get(place)?.clone(),
    delete: async () => cache.clear(),
  });
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => local.get(name) ?? null,
    setItem: (name: string, value: string) => local.set(name, value),
    removeItem: (name: string) => local.delete(name),
  });
  vi.stubGlobal('fetch', fetched);
  notePushHere(ana);
  const methods = () => fetched.mock.calls.map(([, { method }]) => method);
  return { subscription, methods };
}
afterEach(() => vi.unstubAllGlobals());

it('sets the browser up in a new session, and notes who is told in it', async () => {
  const { methods } = browser({ isKnown: false });
  await keepPush(ana);
  expect(methods()).toEqual(['GET', 'PUT']);
  expect(await toldHere()).toBe(ana);
});

it('keeps it set up while the server knows it', async () => {
  const { methods } = browser({ isKnown: true });
  await noteToldHere(ana);
  await keepPush(ana);
  expect(methods()).toEqual(['GET', 'PUT']);
});

it('lets go where it was ended from another device since they signed in', async () => {
  const { methods, subscription } = browser({ isKnown: false });
  await noteToldHere(ana);
  await keepPush(ana);
  expect(methods()).toEqual(['GET']);
  expect(subscription.unsubscribe).toHaveBeenCalled();
  expect(await toldHere()).toBeNull();
  expect(wantsPushHere(ana)).toBe(false);
});
