import { randomInt } from 'node:crypto';

/** Chance that can be repeated: the same seed gives the same numbers. */
export interface Chance {
  seed: number;
  /** At least 0, below 1. */
  next: () => number;
  /** A whole number from `least` to `most`. */
  between: (least: number, most: number) => number;
  /** One of several, which must not be none. */
  one: <T>(several: readonly T[]) => T;
}

/**
 * Chance from the seed in SEED, else from a new one, which is printed so that a failure can be
 * looked for again. The generator is mulberry32.
 */
export function chance(title: string): Chance {
  const seed = Number(process.env.SEED) || randomInt(1, 2 ** 31);
  process.stdout.write(`${title}: SEED=${seed}\n`);
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { seed, next, between, one: (several) => several[between(0, several.length - 1)]! };
}
