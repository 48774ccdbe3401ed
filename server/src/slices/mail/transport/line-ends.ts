import { Transform } from 'node:stream';

/** How much of a mail decides how its lines end. */
const lookedAt = 16 * 1024;

/** Makes line feeds of the carriage returns of a mail that has nothing else to end its lines with. */
export class LineEnds extends Transform {
  #bare: boolean | null = null;

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error: null, chunk: Buffer) => void,
  ): void {
    this.#bare ??= endsInReturns(chunk.subarray(0, lookedAt));
    done(null, this.#bare ? withFeeds(chunk) : chunk);
  }
}

function endsInReturns(start: Buffer): boolean {
  const text = start.toString('latin1');
  // The end that SMTP adds is no line of the mail.
  const feed = text.indexOf('\n');
  return text.indexOf('\r') !== -1 && (feed === -1 || text.slice(0, feed - 1).includes('\r'));
}

function withFeeds(chunk: Buffer): Buffer {
  return Buffer.from(chunk.map((byte) => (byte === 0x0d ? 0x0a : byte)));
}
