export type Tone = 'calm' | 'soon' | 'late';

/** How much of the holding time is left, 0 to 100 in whole per cent. */
export function shareLeft(remainingMs: number, holdingMs: number): number {
  if (holdingMs <= 0) return 0;
  return Math.round(Math.min(1, Math.max(0, remainingMs / holdingMs)) * 100);
}

/** Below a quarter the owner should look soon; below a tenth it is about to go up. */
export function toneOf(share: number): Tone {
  if (share < 10) return 'late';
  return share < 25 ? 'soon' : 'calm';
}
