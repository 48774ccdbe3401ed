import { Transform } from 'node:stream';
import { type InlineFile, takeInlineFiles } from '../inside/inline-files.ts';
import { decodeText } from './decode-text.ts';

/** Gathers the bytes of a text, takes out the files that stand in it, and gives it as UTF-8. */
export class CharsetStream extends Transform {
  readonly #bytes: Buffer[] = [];
  readonly #charset: string | null;
  readonly #found: (file: InlineFile) => void;

  constructor(charset: string | null, found: (file: InlineFile) => void) {
    super();
    this.#charset = charset;
    this.#found = found;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#bytes.push(chunk);
    done();
  }

  override _flush(done: () => void): void {
    const bytes = Buffer.concat(this.#bytes);
    const { text, files } = takeInlineFiles(bytes.toString('latin1'));
    for (const file of files) this.#found(file);
    const rest = files.length === 0 ? bytes : Buffer.from(text, 'latin1');
    this.push(Buffer.from(decodeText(rest, this.#charset)));
    done();
  }
}
