import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { anyAdministrator } from '../store/custom-roles.ts';

/** @throws Problem last_active_agent when after the change nobody may let others in */
export async function refuseToLockAllOut({ tx }: Ctx): Promise<void> {
  if (await anyAdministrator(tx)) return;
  throw new Problem('last_active_agent', {
    detail: 'Nobody would be left who may let others in: one agent must be admin in Access.',
  });
}
