import type { newCustomRole } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { unique } from '../../../platform/refusals.ts';
import { insertCustomRole } from '../store/custom-roles.ts';

/**
 * Makes a custom role, which nobody bears yet.
 * @returns its id
 * @throws Problem already_exists
 */
export async function createCustomRole(
  ctx: Ctx,
  { name, areas }: z.output<typeof newCustomRole>,
): Promise<string> {
  const id = newId();
  await unique('name', nameIsTaken(name), insertCustomRole(ctx.tx, { id, name, areas }, ctx.now));
  return id;
}

export function nameIsTaken(name: string): string {
  return `There is a role ${name} already.`;
}
