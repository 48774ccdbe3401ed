import type { GivenFactor } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { openAuthenticator } from '../authenticator-seals.ts';
import { matchingStep } from '../one-time-codes.ts';
import { hashOfRecoveryCode } from '../recovery-codes.ts';
import { lockAuthenticator, noteStep } from '../store/authenticators.ts';
import { useRecoveryCode } from '../store/recovery-codes.ts';

/**
 * Takes a code of an agent's authenticator, or a recovery code; each counts once.
 * @throws Problem wrong_proof
 */
export async function takeFactor(ctx: Ctx, agentId: string, given: GivenFactor): Promise<void> {
  const taken =
    'code' in given
      ? await takeCode(ctx, agentId, given.code)
      : await useRecoveryCode(ctx.tx, agentId, hashOfRecoveryCode(given.recoveryCode), ctx.now);
  if (!taken) throw wrongProof();
}

async function takeCode(ctx: Ctx, agentId: string, code: string): Promise<boolean> {
  const found = await lockAuthenticator(ctx.tx, agentId);
  if (!found?.sealed) return false;
  const secret = openAuthenticator(ctx.deps, agentId, found.sealed);
  const step = matchingStep(secret, code, ctx.now, found.lastStep);
  if (step === null) return false;
  await noteStep(ctx.tx, agentId, step);
  return true;
}

/** One answer for everything that does not prove who one is: a stranger learns nothing by it. */
export function wrongProof(cause?: unknown): Problem {
  return new Problem('wrong_proof', {
    cause,
    detail:
      'That does not fit, or was used already. Wait for the next code, or check what you typed.',
  });
}
