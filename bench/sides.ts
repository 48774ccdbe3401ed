import { processorTime } from './processor-time.ts';
import { line, perSecond, times } from './report.ts';
import { median, type Rate, ratio } from './rounds.ts';

/** One side of a comparison: how fast it was and what it cost, round by round. */
export type Side = { perSecond: number[]; perProcessorSecond: number[] };

export const newSide = (): Side => ({ perSecond: [], perProcessorSecond: [] });

/** Measures a round of a side: the time that passes, and that of database and process `pid`. */
export async function addRound(
  side: Side,
  { postmaster, pid }: { postmaster: number; pid: number },
  round: () => Promise<Rate>,
): Promise<void> {
  const { result, ms } = await processorTime(postmaster, pid, round);
  side.perSecond.push(result.count / result.seconds);
  side.perProcessorSecond.push((1000 * result.count) / ms);
}

/** Above the lines of `compare`. */
export function compareHead(): void {
  line('', 'Baton', 'plain SQL', 'ratio', 'by CPU time');
}

/** One line: both rates, their ratio, and the ratio of what a second of processor time does. */
export function compare(what: string, ours: Side, plain: Side): void {
  line(
    what,
    perSecond(median(ours.perSecond)),
    perSecond(median(plain.perSecond)),
    times(ratio(ours.perSecond, plain.perSecond)),
    times(ratio(ours.perProcessorSecond, plain.perProcessorSecond)),
  );
}
