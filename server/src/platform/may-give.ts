import type { Identity } from './http-types.ts';
import { Problem } from './problem.ts';
import { covers, type Limit } from './ranks.ts';

/**
 * Nobody gives more than they have: neither by a role nor by a key.
 * @throws Problem forbidden
 */
export function refuseToGiveMore({ limits }: Identity, given: Limit[]): void {
  if (covers(limits, given)) return;
  throw new Problem('forbidden', {
    detail: 'Nobody can give more than they have themselves: lower the rank in some area.',
  });
}
