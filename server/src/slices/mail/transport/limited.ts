import type { Readable } from 'node:stream';

/** A message grew larger than what is taken. */
export class TooLarge extends Error {}

/**
 * The same content, which fails with TooLarge once it is longer than `limit` bytes. The source is
 * left open, so that the rest of it can be thrown away and the sender be told.
 */
export async function* limited(source: Readable, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new TooLarge();
    yield chunk;
  }
}

/** Throws away what is left of a content; stops at `most` bytes by closing it. */
export async function drain(source: Readable, most: number): Promise<void> {
  let size = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) break;
  }
}
