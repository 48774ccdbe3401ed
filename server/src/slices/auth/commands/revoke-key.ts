import { rememberChanged } from '../../../platform/changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { notFound } from '../../../platform/refusals.ts';
import { keyById, type KeyRow, revoke } from '../store/keys.ts';

/**
 * Revokes a key: from now on it opens nothing. Doing it again changes nothing.
 * @throws Problem not_found
 */
export async function revokeKey(ctx: Ctx, id: string): Promise<KeyRow> {
  if (!(await revoke(ctx.tx, id, ctx.now))) throw notFound('key');
  const key = (await keyById(ctx.tx, id))!;
  rememberChanged(ctx.tx, { actors: [key.agent?.id ?? id] });
  return key;
}
