import type { newCustomRole } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { unique } from '../../../platform/refusals.ts';
import { insertCustomRole } from '../store/custom-roles.ts';
import { giveCustomRole } from './give-custom-role.ts';

/**
 * Makes a custom role, and gives it to whoever is to bear it.
 * @returns its id
 * @throws Problem already_exists, unknown_reference; last_active_agent when nobody would be left who
 * may let others in
 */
export async function createCustomRole(
  ctx: Ctx,
  { name, areas, agents }: z.output<typeof newCustomRole>,
): Promise<string> {
  const id = newId();
  await unique('name', nameIsTaken(name), insertCustomRole(ctx.tx, { id, name, areas }, ctx.now));
  await giveCustomRole(ctx, id, agents);
  return id;
}

export function nameIsTaken(name: string): string {
  return `There is a role ${name} already.`;
}
