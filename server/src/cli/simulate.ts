import { secondMs } from '../kernel/duration.ts';
import {
  BrokenInvariant,
  printedRun,
  reportOf,
  simulate,
  usualOptions,
} from '../slices/cases/index.ts';
import type { SimulationWish } from './arguments.ts';

/**
 * `baton simulate`: plays a company and prints what came of it. How long it took goes to standard
 * error, so that the same seed prints the same run. Exit code 1 if a promise was broken.
 */
export function playCompany({ json, options: given }: SimulationWish): number {
  const { holding = usualOptions.holdingHours, ...others } = given;
  const options = { ...usualOptions, ...others, holdingHours: holding };
  const since = performance.now();
  try {
    const report = reportOf(options, simulate(options));
    console.log(json ? JSON.stringify(report, null, 2) : printedRun(report));
    return 0;
  } catch (error) {
    if (!(error instanceof BrokenInvariant)) throw error;
    console.log(error.message);
    return 1;
  } finally {
    console.error(`${((performance.now() - since) / secondMs).toFixed(1)} s`);
  }
}
