import { casesChanged, type CasesChanged, presence, type Presence } from '@baton/contract';

/**
 * What the line says: it is open, it is lost, it lives, news may have been missed or came, the pyramid
 * changed, who is in a case.
 */
export type Said =
  | { kind: 'open' | 'lost' | 'beat' | 'missed' | 'pyramid' }
  | { kind: 'cases'; cases: CasesChanged['cases'] }
  | { kind: 'presence'; presence: Presence };

/** Nothing heard for so long: the line is gone, whatever the browser believes (a beat is 15 s). */
export const silentMs = 40_000;

/** A browser gives up on a stream that was refused; we try again. */
const againMs = 5_000;

/**
 * How often to look at the clock, and what it does not jump over by itself: a page in the background
 * is woken once a minute.
 */
const lookMs = 5_000;
const asleepMs = 90_000;

/** Opens the stream of what changes and keeps it open; returns how to close it. */
export function openStream(say: (said: Said) => void): () => void {
  let source: EventSource | undefined;
  let timer: number;

  function heard(said: Said) {
    window.clearTimeout(timer);
    timer = window.setTimeout(lost, silentMs);
    say(said);
  }
  function lost() {
    source?.close();
    window.clearTimeout(timer);
    timer = window.setTimeout(open, againMs);
    say({ kind: 'lost' });
  }
  function open() {
    window.clearTimeout(timer);
    source?.close();
    // An answer that never begins is no better than one that ends.
    timer = window.setTimeout(lost, silentMs);
    const stream = new EventSource('/api/live');
    source = stream;
    stream.addEventListener('open', () => heard({ kind: 'open' }));
    stream.addEventListener('beat', () => heard({ kind: 'beat' }));
    stream.addEventListener('missed', () => heard({ kind: 'missed' }));
    stream.addEventListener('pyramid', () => heard({ kind: 'pyramid' }));
    stream.addEventListener('cases', ({ data }: MessageEvent<string>) =>
      heard({ kind: 'cases', ...casesChanged.parse(JSON.parse(data)) }),
    );
    stream.addEventListener('presence', ({ data }: MessageEvent<string>) =>
      heard({ kind: 'presence', presence: presence.parse(JSON.parse(data)) }),
    );
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CLOSED) lost();
      else say({ kind: 'lost' });
    });
  }

  open();
  const stop = new AbortController();
  const { signal } = stop;
  const stopWatching = onWaking(open);
  window.addEventListener('offline', lost, { signal });
  window.addEventListener('online', open, { signal });
  return () => {
    stop.abort();
    stopWatching();
    source?.close();
    window.clearTimeout(timer);
  };
}

/**
 * After sleep the line may look alive for long, because nobody told us that it ended, and the timers
 * stood still as well: it is opened anew as soon as the page goes on.
 * @returns how to stop looking
 */
function onWaking(act: () => void): () => void {
  let last = Date.now();
  const timer = window.setInterval(() => {
    const now = Date.now();
    if (now - last > asleepMs) act();
    last = now;
  }, lookMs);
  document.addEventListener('resume', act);
  return () => {
    window.clearInterval(timer);
    document.removeEventListener('resume', act);
  };
}
