import type { Role } from '@baton/contract';
import { baton } from '../../../kernel/actor.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { agentById } from '../../people/index.ts';
import { insertKey } from '../store/keys.ts';
import { newKeyText, sha256 } from '../tokens.ts';

type NewKey = { name: string; role: Role; agentId?: string };

/**
 * Makes a key for a program; with `agentId` it acts as that agent, with the lesser of both roles.
 * @returns the key itself, which is stored nowhere and cannot be shown again.
 * @throws Problem unknown_reference when there is no such active agent; invalid_request without a
 * name.
 */
export async function createKey(deps: Deps, input: NewKey): Promise<string> {
  return runCommand(deps, baton, (ctx) => makeKey(ctx, input));
}

async function makeKey(ctx: Ctx, { name, role, agentId }: NewKey): Promise<string> {
  if (name.trim() === '') throw new Problem('invalid_request', { detail: 'A key needs a name.' });
  if (agentId !== undefined) {
    const agent = await agentById(ctx.tx, agentId);
    if (!agent?.active) {
      throw new Problem('unknown_reference', {
        detail: `There is no active agent ${agentId}.`,
        errors: [{ path: 'agent', message: 'is not an active agent' }],
      });
    }
  }
  const text = newKeyText();
  const key = { id: newId(), name: name.trim(), role, agentId: agentId ?? null };
  await insertKey(ctx.tx, { ...key, sha256: sha256(text) }, ctx.now);
  return text;
}
