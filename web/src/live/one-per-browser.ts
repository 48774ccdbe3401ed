import { openStream, type Said } from './stream.ts';

const name = 'baton.live';

/**
 * Hears the stream of what changes: one tab keeps it for all of this browser, which would allow six
 * connections only (HTTP/1.1). When that tab closes, another one takes over. Without locks (a page
 * that is not encrypted) each tab keeps a stream of its own.
 * @returns how to stop hearing
 */
export function hearLive(say: (said: Said) => void): () => void {
  if (!('locks' in navigator)) return openStream(say);
  const stop = new AbortController();
  const others = new BroadcastChannel(name);
  others.addEventListener('message', ({ data }: MessageEvent<Said>) => say(data));
  const keep = () =>
    new Promise<void>((resolve) => {
      const close = openStream((said) => {
        say(said);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin
        others.postMessage(said);
      });
      stop.signal.addEventListener('abort', () => {
        close();
        resolve();
      });
    });
  navigator.locks.request(name, { signal: stop.signal }, keep).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return () => {
    stop.abort();
    others.close();
  };
}
