import type { Deps } from '../../../platform/context.ts';
import { fetchOutside, RefusedAddress } from '../../../platform/fetch-outside.ts';
import { hourMs, secondMs } from '../../../kernel/duration.ts';
import { encrypt, type Recipient } from './encrypt.ts';
import { type VapidKeys, vapidHeader } from './vapid.ts';

export type Post = {
  endpoint: string;
  recipient: Recipient;
  keys: VapidKeys;
  text: string;
  pressing: boolean;
};

/** What a push service made of it; `gone`: nobody is behind that address any more. */
export type Posted =
  | { result: 'taken' | 'gone' | 'refused'; words: string }
  | { result: 'later'; words: string; afterMs: number | null };

/** A device that is off for longer is told by the desk when it comes back. */
const keptMs = 4 * hourMs;

/** Hands a message to the push service of a browser (RFC 8030), encrypted and signed. */
export async function post(deps: Deps, message: Post, now: Date): Promise<Posted> {
  const { endpoint, recipient, keys, pressing } = message;
  try {
    const { status, headers } = await fetchOutside(deps.settings, endpoint, {
      method: 'POST',
      headers: {
        authorization: vapidHeader(keys, { endpoint, contact: contactOf(deps), now }),
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        ttl: String(keptMs / secondMs),
        urgency: pressing ? 'high' : 'normal',
      },
      body: encrypt(Buffer.from(message.text), recipient),
    });
    return resultOf(status, headers['retry-after']);
  } catch (error) {
    if (error instanceof RefusedAddress) return { result: 'gone', words: error.code };
    return { result: 'later', words: wordsOf(error), afterMs: null };
  }
}

function resultOf(status: number, retryAfter: string | undefined): Posted {
  const words = String(status);
  if (status >= 200 && status < 300) return { result: 'taken', words };
  // 403: the browser let somebody else push, not us; the desk sets it up anew when it is opened.
  if ([403, 404, 410].includes(status)) return { result: 'gone', words };
  if (status === 429 || status >= 500) {
    const seconds = Number(retryAfter);
    return { result: 'later', words, afterMs: seconds > 0 ? seconds * secondMs : null };
  }
  return { result: 'refused', words };
}

/** The system's code, never what a stranger's server wrote. */
function wordsOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreachable';
}

/** Where a push service can reach whoever runs this server (RFC 8292 §2.1). */
function contactOf({ settings: { publicUrl } }: Deps): string {
  const { protocol, origin, hostname } = new URL(publicUrl);
  return protocol === 'https:' ? origin : `mailto:postmaster@${hostname}`;
}
