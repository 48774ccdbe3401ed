import type { newOrganisation, organisationChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound, unique } from '../../../platform/refusals.ts';
import {
  insertOrganisation,
  lockOrganisation,
  type OrganisationRow,
  updateOrganisation,
} from '../store/organisations.ts';

const taken = 'There is an organisation with this name.';

/** Writes an organisation down. @returns its id @throws Problem already_exists */
export async function createOrganisation(
  ctx: Ctx,
  given: z.output<typeof newOrganisation>,
): Promise<string> {
  const id = newId();
  await unique('name', taken, insertOrganisation(ctx.tx, { id, ...given }, ctx.now));
  return id;
}

/** @throws Problem not_found, stale_version, already_exists */
export async function changeOrganisation(
  ctx: Ctx,
  id: string,
  change: z.output<typeof organisationChange>,
  seen: number | null,
): Promise<void> {
  const before = await lockOrganisation(ctx.tx, id);
  if (!before) throw notFound('organisation');
  if (seen !== null && seen !== before.version) {
    throw new Problem('stale_version', {
      detail: 'Somebody else has changed the organisation meanwhile. Look again, and then save.',
    });
  }
  const after = withChanges<OrganisationRow>(before, change);
  await unique('name', taken, updateOrganisation(ctx.tx, after));
}
