import { baton } from '../../../kernel/actor.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { newId } from '../../../platform/ids.ts';
import { invalid, unknownReference } from '../../../platform/refusals.ts';
import { agentById } from '../../people/index.ts';
import { insertKey, type NewKey } from '../store/keys.ts';
import { newKeyText, sha256 } from '../tokens.ts';

type Given = Pick<NewKey, 'name' | 'role'> & Partial<NewKey>;

/** Makes a key from the command line, where nobody is signed in. */
export async function createKey(deps: Deps, input: Given): Promise<string> {
  return (await runCommand(deps, baton, (ctx) => makeKey(ctx, input))).text;
}

/**
 * Makes a key for a program; with an agent it acts as that agent, with the lesser of both roles.
 * Scopes limit it to some areas; without an end it is in force until it is revoked.
 * @returns the key itself as `text`, which is stored nowhere and cannot be shown again
 * @throws Problem unknown_reference when there is no such active agent; invalid_request without a
 * name, or when it would have ended already
 */
export async function makeKey(ctx: Ctx, given: Given): Promise<{ id: string; text: string }> {
  const { name, role, agentId = null, scopes = null, expiresAt = null } = given;
  if (name.trim() === '') throw invalid('name', 'required');
  if (expiresAt && expiresAt <= ctx.now) throw invalid('expiresAt', 'passed');
  if (agentId !== null && !(await agentById(ctx.tx, agentId))?.active) {
    throw unknownReference('agent', 'not_active');
  }
  const text = newKeyText();
  const id = newId();
  const createdBy = ctx.actor.kind === 'agent' ? ctx.actor.id : null;
  const key = { id, name: name.trim(), role, agentId, scopes, expiresAt, createdBy };
  await insertKey(ctx.tx, { ...key, sha256: sha256(text) }, ctx.now);
  return { id, text };
}
