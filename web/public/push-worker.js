// Shows what is pushed to this device, and leads to it. It asks the server nothing and keeps nothing.
'use strict';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) =>
  event.waitUntil(show(event.data ? event.data.json() : {})),
);

/** Who looks at the desk right now sees it there. */
async function show({ title, body, language, url, tag }) {
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

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open((event.notification.data && event.notification.data.url) || '/notices'));
});

/** In a desk that is open, else in a new one; never anywhere else than here. */
async function open(path) {
  const place = new URL(path, self.location.origin);
  if (place.origin !== self.location.origin) return;
  const [desk] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!desk) {
    await self.clients.openWindow(place.href);
    return;
  }
  await desk.focus();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a client has no such argument
  desk.postMessage({ kind: 'open', path: place.pathname });
}
