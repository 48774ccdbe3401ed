const name = 'baton.signed-in';

/** Tells the other windows of this browser that somebody has just proved here who they are. */
export function tellSignedIn(): void {
  const others = new BroadcastChannel(name);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin
  others.postMessage(null);
  others.close();
}

/** Calls `listener` when that was done in another window. */
export function onSignedIn(listener: () => void): () => void {
  const others = new BroadcastChannel(name);
  others.addEventListener('message', listener);
  return () => others.close();
}
