import { Problem } from '../../../platform/problem.ts';

/** What is changed, and the version of it that was seen; null where none was named. */
export type Seen = { id: string; version: number | null };

/** @throws Problem stale_version where somebody else has changed it since it was seen */
export function refuseUnlessSeen({ version }: Seen, now: { name: string; version: number }): void {
  if (version === null || version === now.version) return;
  throw new Problem('stale_version', {
    detail: `${now.name} has changed since you looked. Nothing was done; look again.`,
  });
}
