/** How fast one side was in one round. */
export type Rate = { count: number; seconds: number };

/** Runs `work` and says how long it took. `work` returns how many things it did. */
export async function timed(work: () => Promise<number>): Promise<Rate> {
  const started = performance.now();
  const count = await work();
  return { count, seconds: (performance.now() - started) / 1000 };
}

/**
 * Runs sides that are compared in turns, so that whatever else the machine does meets all of them.
 * Every other round goes the other way round: who comes first gets the colder cache.
 * @returns per side the rates per second, a number a round
 */
export async function inTurns<Name extends string>(
  rounds: number,
  sides: Record<Name, () => Promise<Rate>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(sides) as Name[];
  const rates = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    number[]
  >;
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const { count, seconds } = await sides[name]();
      rates[name].push(count / seconds);
    }
  }
  return rates;
}

/** The ratio of two sides: the median of the ratios of the rounds. */
export function ratio(ours: number[], theirs: number[]): number {
  return median(ours.map((rate, round) => rate / theirs[round]!));
}

export function median(values: number[]): number {
  return percentile(values, 50);
}

/** By nearest rank. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]!;
}
