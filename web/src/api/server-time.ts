/** By how much this computer's clock is behind the server's, in ms, as the last answer said. */
let behindMs = 0;

/** Differences up to this are the answer's way here and the header's whole seconds. */
const tolerated = 5_000;

/** Notes the `Date` of an answer, so that time left is right on a computer whose clock is not. */
export function noteServerTime(date: string | null): void {
  if (!date) return;
  const difference = Date.parse(date) - Date.now();
  if (Number.isNaN(difference)) return;
  behindMs = Math.abs(difference) > tolerated ? difference : 0;
}

/** The instant as the server knows it, in ms since 1970. */
export function serverNow(): number {
  return Date.now() + behindMs;
}
