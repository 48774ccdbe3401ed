/** Where the worker reads it, which cannot see what else a page keeps. */
const cacheName = 'push';
const place = '/told-here';

/** From now on the worker shows what is pushed to this agent, and to nobody else. */
export async function noteToldHere(agentId: string): Promise<void> {
  await (await caches.open(cacheName)).put(place, new Response(agentId));
}

/** To whom the worker shows what is pushed; null: to nobody. */
export async function toldHere(): Promise<string | null> {
  const kept = await caches.match(place, { cacheName });
  return kept ? kept.text() : null;
}

/**
 * Nobody is told in this browser from now on, and what still stands on its screen goes: whoever was
 * signed in has left, or is somebody else. Their wish to be told here is kept.
 */
export async function tellNobodyHere(): Promise<void> {
  await caches.delete(cacheName);
  const worker = await navigator.serviceWorker.getRegistration('/push-worker.js');
  for (const shown of (await worker?.getNotifications()) ?? []) shown.close();
}
