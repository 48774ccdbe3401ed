import { openStream, type Said } from './stream.ts';

const name = 'baton.live';

/** Asked by a tab that comes later: whether the line is open, and what it shows may be older. */
const question = 'is it open?';

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
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin
  const tell = (what: Said | typeof question) => others.postMessage(what);
  let isOpen = false;
  others.addEventListener('message', ({ data }: MessageEvent<Said | typeof question>) => {
    if (data !== question) say(data);
    else if (isOpen) tell({ kind: 'open' });
  });
  tell(question);
  const keep = () =>
    new Promise<void>((resolve) => {
      const close = openStream((said) => {
        isOpen = said.kind !== 'lost';
        say(said);
        tell(said);
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
