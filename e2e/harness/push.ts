import type { Page } from 'playwright-core';

/** What a service worker asked the browser to show. */
type Shown = { title: string; body: string; tag: string; data: { url: string } };

/** The service worker of the desk in a browser, as far as a push service and a person reach it. */
type PushWorker = {
  /** Hands it what was pushed, as the browser does when it was decrypted. */
  deliver(text: string): Promise<void>;
  /** What it asked to be shown and nobody pressed, one of each tag. */
  shown(): Promise<Shown[]>;
  /** How often it has looked which windows are open. */
  looks(): Promise<number>;
  /** Somebody presses the first that is shown. */
  press(): Promise<void>;
  /** What the desk notes where the browser reaches its push service: who is to be told here. */
  note(agentId: string): Promise<void>;
};

type Kept = Shown & { close(): void };
type Scope = {
  kept: Kept[];
  looks: number;
  clients: { matchAll(options?: object): Promise<unknown[]> };
  registration: {
    showNotification(title: string, options: Omit<Shown, 'title'>): Promise<void>;
  };
  dispatchEvent(event: Event): boolean;
};

/**
 * The worker that the page has registered. Chromium without a window has no place for notifications
 * and refuses to show any: what the worker asks for is kept in its place, a later one instead of an
 * earlier one of the same tag. All else is the browser's own.
 */
export async function pushWorkerOf(page: Page): Promise<PushWorker> {
  const origin = new URL(page.url()).origin;
  const worker = page
    .context()
    .serviceWorkers()
    .find((one) => one.url().startsWith(origin))!;
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (own) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await registered;
  await worker.evaluate(() => {
    const scope = globalThis as unknown as Scope;
    scope.kept = [];
    scope.registration.showNotification = async (title, options) => {
      const one = { title, ...options, close: () => leave(one.tag) };
      leave(one.tag);
      scope.kept.push(one);
    };
    scope.looks = 0;
    const matchAll = scope.clients.matchAll.bind(scope.clients);
    scope.clients.matchAll = async (options) => {
      const found = await matchAll(options);
      scope.looks += 1;
      return found;
    };
    const leave = (tag: string) => {
      scope.kept = scope.kept.filter((other) => other.tag !== tag);
    };
  });
  return {
    note: (agentId) =>
      worker.evaluate(
        async (id) => (await caches.open('push')).put('/told-here', new Response(id)),
        agentId,
      ),
    deliver: async (data) => {
      await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
    },
    shown: () =>
      worker.evaluate(() =>
        (globalThis as unknown as Scope).kept.map(({ title, body, tag, data }) => ({
          ...{ title, body, tag, data },
        })),
      ),
    looks: () => worker.evaluate(() => (globalThis as unknown as Scope).looks),
    press: () =>
      worker.evaluate(() => {
        const scope = globalThis as unknown as Scope;
        // Nobody pressed really, so that it may bring no window to the front.
        const waitUntil = (led: Promise<unknown>) => void led.catch(() => undefined);
        const pressed = { notification: scope.kept[0], waitUntil };
        scope.dispatchEvent(Object.assign(new Event('notificationclick'), pressed));
      }),
  };
}
