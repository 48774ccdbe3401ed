const name = 'baton.signed-in';

/**
 * Tells the other windows of this browser that somebody is in here.
 * @param how `proved`: they have just proved who they are; `opened`: a page of theirs was opened, by
 * whatever way they came in
 */
export function tellSignedIn(how: 'proved' | 'opened'): void {
  const others = new BroadcastChannel(name);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin
  others.postMessage(how);
  others.close();
}

/** Calls `listener` when that was said in another window, with whether they proved who they are. */
export function onSignedIn(listener: (proved: boolean) => void): () => void {
  const others = new BroadcastChannel(name);
  others.addEventListener('message', ({ data }) => listener(data === 'proved'));
  return () => others.close();
}
