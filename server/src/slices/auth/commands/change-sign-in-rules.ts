import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { lockSignInRules, putSignInRules, signInRules, type SignInRules } from '../store/rules.ts';

/**
 * Changes what the company asks of everybody who signs in; it counts from the next request on.
 * @param seen the version that the caller has seen; null: whichever there is
 * @throws Problem stale_version
 */
export async function changeSignInRules(
  { tx }: Ctx,
  change: { secondFactorRequired: boolean },
  seen: number | null,
): Promise<SignInRules> {
  const before = await lockSignInRules(tx);
  if (seen !== null && seen !== before.version) {
    throw new Problem('stale_version', { detail: 'The rules were changed meanwhile.' });
  }
  if (change.secondFactorRequired === before.secondFactorRequired) return before;
  await putSignInRules(tx, change.secondFactorRequired);
  return signInRules(tx);
}
