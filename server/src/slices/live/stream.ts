import type { OutgoingHttpHeader, ServerResponse } from 'node:http';
import { minuteMs, secondMs } from '../../kernel/duration.ts';

/** A stream that ends by itself is opened anew, and whoever asks is looked at anew. */
const longestMs = 5 * minuteMs;

/** Proxies close what is silent, and a browser notices by it that the line is gone. */
const beatMs = 15 * secondMs;

/** A reader who is so far behind is gone, or asks for everything again. */
const mostUnread = 1_000_000;

/** An open answer of server-sent events (WHATWG HTML §9.2). */
export type Stream = { send: (event: string, data: unknown) => void; end: () => void };

/** Begins the answer, with these headers beside its own. `onEnd` is called once, whoever ended it. */
export function openStream(
  response: ServerResponse,
  headers: Record<string, OutgoingHttpHeader | undefined>,
  onEnd: () => void,
): Stream {
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const send = (event: string, data: unknown) => {
    if (response.writableLength > mostUnread) return response.destroy();
    return response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  // A browser comes back so soon after the line was lost.
  response.write('retry: 1000\n\n');
  const beat = setInterval(() => send('beat', {}), beatMs);
  const last = setTimeout(() => response.end(), longestMs);
  response.on('error', () => {});
  response.once('close', () => {
    clearInterval(beat);
    clearTimeout(last);
    onEnd();
  });
  return { send, end: () => response.end() };
}
