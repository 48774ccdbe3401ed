import { PassThrough, type Readable } from 'node:stream';
import type { AttachmentStream } from 'mailparser';
import type { Storage } from '../../../platform/storage.ts';
import { oneLine } from './decode-header.ts';
import { mediaType } from '../../../platform/file-name.ts';
import { fileName } from './file-name.ts';

/** A file that came with a mail, its content in the file store. */
export type StoredFile = {
  sha256: string;
  /** Bytes. */
  size: number;
  name: string;
  type: string;
  /** The Content-ID by which HTML refers to it, without angle brackets. */
  inlineId: string | null;
  /** Of mails and reports inside the mail: how they begin. */
  beginning: string | null;
  /** The mail asks for it to be shown in its place. */
  inline?: boolean;
};

const keptBeginning = 64 * 1024;

/** Streams a part of a mail into the file store and lets the parser go on. */
export async function storePart(
  storage: Pick<Storage, 'put'>,
  part: AttachmentStream,
): Promise<StoredFile> {
  const type = mediaType(part.contentType);
  const read = /^(message\/|text\/rfc822)/.test(type);
  const { content, beginning } = watch(part.content as Readable, read);
  try {
    const stored = await storage.put(content);
    return {
      ...stored,
      name: fileName(part.filename || undefined, type),
      type,
      inlineId: part.cid ? oneLine(part.cid).slice(0, 250) : null,
      beginning: read ? beginning() : null,
      inline: part.contentDisposition === 'inline',
    };
  } finally {
    part.release();
  }
}

/** The same content, with a copy of how it begins when that is wanted. */
function watch(content: Readable, wanted: boolean) {
  if (!wanted) return { content, beginning: () => '' };
  const kept: Buffer[] = [];
  let length = 0;
  const through = new PassThrough();
  content.on('data', (chunk: Buffer) => {
    if (length < keptBeginning) kept.push(chunk.subarray(0, keptBeginning - length));
    length += chunk.length;
  });
  content.on('error', (error) => through.destroy(error));
  return { content: content.pipe(through), beginning: () => Buffer.concat(kept).toString('utf8') };
}
