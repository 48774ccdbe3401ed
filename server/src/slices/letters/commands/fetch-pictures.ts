import type { Deps } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { errorForLog } from '../../../platform/error-for-log.ts';
import { fetchBytesOutside, RefusedAddress } from '../../../platform/fetch-outside.ts';
import { tellingBytes, typeToShow } from '../../../platform/file-kind.ts';
import { type Fetched, picturesToFetch, settlePicture } from '../store/pictures.ts';

const atOnce = 6;
const mostRedirections = 3;
const mostBytes = 5 * 1024 * 1024;

/**
 * Fetches the pictures of a letter that somebody asked for, once for everybody; what cannot be had
 * is noted and not tried again. Servers inside are never asked (docs/adr/0077).
 */
export async function fetchPictures(deps: Deps, sha256: string): Promise<void> {
  const urls = await picturesToFetch(deps.db, sha256);
  const fetchNext = async (): Promise<void> => {
    for (let url = urls.shift(); url !== undefined; url = urls.shift()) {
      const fetched = await fetchPicture(deps, url);
      await settlePicture(deps.db, { sha256, url }, fetched, await instant(deps.db, deps));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, fetchNext));
}

async function fetchPicture(deps: Deps, url: string): Promise<Fetched> {
  const bytes = await bytesOf(deps, url, mostRedirections).catch((error: unknown) => {
    deps.log.info({ err: errorForLog(error) }, 'A picture of a letter could not be fetched.');
    return { fault: error instanceof RefusedAddress ? error.code : 'failed' };
  });
  if ('fault' in bytes) return bytes;
  if (typeToShow(bytes.subarray(0, tellingBytes)) === null) return { fault: 'no_picture' };
  return deps.storage.put(bytes);
}

async function bytesOf(deps: Deps, url: string, left: number): Promise<Buffer | { fault: string }> {
  const headers = { accept: 'image/png,image/jpeg,image/gif,image/webp' };
  const answer = await fetchBytesOutside(deps.settings, url, { headers }, mostBytes);
  const { location } = answer.headers;
  if (answer.status >= 300 && answer.status < 400 && location !== undefined) {
    const next = URL.parse(location, url);
    if (next === null || left === 0) return { fault: 'lost' };
    return bytesOf(deps, next.href, left - 1);
  }
  return answer.status === 200 ? answer.bytes : { fault: 'refused' };
}
