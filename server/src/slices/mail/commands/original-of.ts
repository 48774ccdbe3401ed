import type { Unprocessed } from '../store/inbound.ts';
import type { StoredFile } from '../transport/store-part.ts';

/** A received message as it is stored, as a file of its own. */
export function originalOf(row: Pick<Unprocessed, 'rawSha256' | 'rawSize'>): StoredFile {
  const { rawSha256: sha256, rawSize: size } = row;
  return {
    sha256,
    size,
    name: 'original.eml',
    type: 'message/rfc822',
    inlineId: null,
    beginning: null,
  };
}
