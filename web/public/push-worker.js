// Shows what is pushed to this device, and leads to it. It asks the server nothing and keeps nothing.
'use strict';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) =>
  event.waitUntil(show(event.data ? event.data.json() : {})),
);

/** Who looks at the desk right now sees it there. */
async function show({ to, title, body, language, url, tag }) {
  if (!to || to !== (await toldHere())) return;
  const desks = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (desks.some(({ focused, visibilityState }) => focused && visibilityState === 'visible'))
    return;
  await self.registration.showNotification(title || 'Baton', {
    body,
    lang: language,
    tag,
    data: { url },
    icon: '/ring.svg',
    silent: true,
  });
}

/**
 * Who is to be told in this browser: the desk writes it down (`told-here.ts`), and takes it away when
 * they sign out. What was on its way to somebody who has left is shown to nobody.
 */
async function toldHere() {
  const kept = await self.caches.match('/told-here', { cacheName: 'push' });
  return kept ? kept.text() : null;
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open((event.notification.data && event.notification.data.url) || '/notices'));
});

/** In a desk that is open, else in a new one; never anywhere else than here. */
async function open(path) {
  const place = new URL(path, self.location.origin);
  if (place.origin !== self.location.origin) return;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  // The pages for customers and the description of the API stand beside the desk, and do not listen.
  const desk = windows.find(({ url }) => !/^\/(api|c|f)\//.test(new URL(url).pathname));
  if (!desk) {
    await self.clients.openWindow(place.href);
    return;
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a client has no such argument
  desk.postMessage({ kind: 'open', path: place.pathname });
  await desk.focus();
}
