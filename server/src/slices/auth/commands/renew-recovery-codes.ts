import type { Ctx } from '../../../platform/context.ts';
import { hashOfRecoveryCode, newRecoveryCodes } from '../recovery-codes.ts';
import { replaceRecoveryCodes } from '../store/recovery-codes.ts';

/** Makes recovery codes in place of all that an agent had; they are shown only now. */
export async function renewRecoveryCodes(ctx: Ctx, agentId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await replaceRecoveryCodes(ctx.tx, agentId, codes.map(hashOfRecoveryCode), ctx.now);
  return codes;
}
