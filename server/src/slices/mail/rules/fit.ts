/** What most hosts take as a whole message: 25 MB. */
export const usualLimit = 25_000_000;

/** Base64 in lines of 76 makes 78 bytes of 57 (RFC 2045 §6.8); a part has headers beside. */
const grows = 78 / 57;
const partBytes = 1000;

/**
 * Which files go along with a message so that it stays below what the relay takes, and which are
 * left for a link: the largest. Both lists keep their order. Sizes in bytes.
 * @param otherBytes text and headers
 */
export function fit<F extends { size: number }>(
  files: readonly F[],
  otherBytes: number,
  limitBytes: number,
): { along: F[]; linked: F[] } {
  let left = limitBytes - otherBytes;
  const along = new Set<F>();
  for (const file of files.toSorted((a, b) => a.size - b.size)) {
    left -= Math.ceil(file.size * grows) + partBytes;
    if (left < 0) break;
    along.add(file);
  }
  return {
    along: files.filter((file) => along.has(file)),
    linked: files.filter((file) => !along.has(file)),
  };
}
