import { between } from '../../../kernel/instant.ts';
import type { Ctx } from '../../../platform/context.ts';
import { forgottenAfterMs, waitMs } from '../rules/waiting.ts';
import { lockFailures, setFailures } from '../store/failures.ts';

/**
 * Lets somebody try, and counts it as a failure until it has gone well: of many tries at once, on
 * however many servers, none slips by. Who has to wait may not try, and does not wait longer for it.
 * @returns how many milliseconds are left to wait; 0: go on
 */
export async function takeTry({ tx, now }: Ctx, key: string): Promise<number> {
  const before = await lockFailures(tx, key, now);
  const since = between(before.lastAt, now);
  const count = since > forgottenAfterMs ? 0 : before.count;
  const left = waitMs(count) - since;
  if (left > 0) return left;
  await setFailures(tx, key, { count: count + 1, lastAt: now });
  return 0;
}
